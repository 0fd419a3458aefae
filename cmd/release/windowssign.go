package main

import (
	"os"
)

// A signer signs for Windows (Authenticode), with osslsigncode.
type signer struct {
	certificates string // file: ours first, then those above it, PEM
	key          string // file: its private key, PEM
	clock        string // address of a time server (RFC 3161); empty: the signature ends with the certificate
}

// signerFrom reads the environment: WINDOWS_CERTIFICATES, WINDOWS_KEY,
// WINDOWS_TIMESTAMP. Without the first nothing is signed.
func signerFrom(env func(string) string) signer {
	return signer{env("WINDOWS_CERTIFICATES"), env("WINDOWS_KEY"), env("WINDOWS_TIMESTAMP")}
}

// sign signs a program or a package in its place.
func (s signer) sign(w windows, file string) error {
	if s.certificates == "" {
		return nil
	}
	signed := file + ".signed"
	args := []string{"sign", "-h", "sha256", "-certs", s.certificates, "-key", s.key, "-n", w.Name, "-i", w.Website}
	if s.clock != "" {
		args = append(args, "-ts", s.clock)
	}
	if err := w.job.run("osslsigncode", append(args, "-in", file, "-out", signed)...); err != nil {
		return err
	}
	return os.Rename(signed, file)
}
