package content_test

import (
	"encoding/binary"
	"hash/crc32"
)

// withSum puts the right checksum behind the head of a PNG.
func withSum(data []byte) []byte {
	binary.BigEndian.PutUint32(data[29:33], crc32.ChecksumIEEE(data[12:29]))
	return data
}
