package doc

import "strings"

// LanguageDirection returns the direction that a language (BCP 47) is written in, for
// content and typesetter alike: that of the script that the tag names, and else of
// the script that the language is likely written in. LTR if it is not known.
func LanguageDirection(tag string) Direction {
	parts := strings.FieldsFunc(strings.ToLower(tag), func(r rune) bool { return r == '-' || r == '_' })
	if len(parts) == 0 {
		return LTR
	}
	country := ""
	for _, p := range parts[1:] {
		if len(p) == 1 {
			break // what follows is an extension, or private
		}
		switch alone := strings.Trim(p, "abcdefghijklmnopqrstuvwxyz") == ""; {
		case alone && len(p) == 4:
			return direction(among(leftwardScripts, p))
		case alone && len(p) == 2 && country == "":
			country = parts[0] + "-" + p
		}
	}
	return direction(among(leftwardPlaces, country) ||
		among(leftwardLanguages, parts[0]) && !among(rightwardPlaces, country))
}

func direction(leftward bool) Direction {
	if leftward {
		return RTL
	}
	return LTR
}

// among reports whether a code stands in a list of codes with blanks around each.
func among(list, code string) bool {
	return code != "" && !strings.Contains(code, " ") && strings.Contains(list, " "+code+" ")
}

// The codes are facts of the Unicode Common Locale Data Repository, version 48, in
// small letters.
const (
	// leftwardScripts are those that run from right to left (ISO 15924, scriptMetadata),
	// with the variants of Arabic, Syriac and Pahlavi that have codes of their own.
	leftwardScripts = " adlm arab aran armi avst chrs cprt elym gara hatr hebr hung khar lydi mand mani " +
		"mend merc mero narb nbat nkoo orkh ougr palm phli phlp phlv phnx prti rohg samr " +
		"sarb sidt sogd sogo syrc syre syrj syrn thaa yezi "

	// leftwardLanguages are those whose likely script is one of them (likelySubtags), also
	// by their older codes (aliases).
	leftwardLanguages = " aao abh abv acm acq acw acx adf ae aeb aec aee aeq afb aib aii aij aiq ajp ajt " +
		"aju amw apc apd ar ara arb arc arq ars ary arz ask atn auj auz avd ave avl ayh " +
		"ayl ayn ayp azb bal bcc bdz bej bft bgn bgp bhe bhm bhn bjf bjm bqi brh brk bsh " +
		"bsk chg cja ckb cld clh czk dcc def deh dgl div dmk dml drw dv ecy esh fa fas " +
		"fay faz fia fub gbz ggg gha ghr gig gjk gju glh glk grr gwc gwf gwt gzi hac haz " +
		"hbo he heb hkh hnd hno hoh hrt hrz hss huy isk itk iw jad jat jbe jbn jdg ji jnd " +
		"jog jpa jpr jrb jye kas kbu kby kcy kfm khw klj kmz kqd ks ktl kvx kxp kzh lad " +
		"lah lhs lki lrc lrk lrl lsa lsd lss luv luz mby mde mey mfa mfi mhj mid mki mnj " +
		"mve mvy myz mzb mzn nli nlm nqo ntz nyq oar obm odk oru ota otk oui pal pbt pbu " +
		"per pes pgd phl phn phr phv plk pmu pnb prc prd prs prx ps psh psi pst pus qxq " +
		"rdb rhg rmt sam sbn scl sd sdb sdf sdg sdh sds sgl sgr sgy shd shm shu shv siy " +
		"siz skr smp smy snd sog sqo sqt srh srz ssh sts swb syc syn syr tjo tks tmr tnf " +
		"tov tra trg trm trw ug uig ur urd ush uzs vaf vgr vmh wbk wlo wne wni wsv xco " +
		"xhe xka xkc xkj xkp xld xly xmn xmr xna xpr xsa xsd xvi ydd ydg yhd yi yid yih " +
		"yud zba zdj zrp zum "

	// leftwardPlaces are languages that are written so in a country only, and countries
	// that say it when no language does.
	leftwardPlaces = " az-iq az-ir aze-iq aze-ir azj-iq azj-ir ha-cm ha-sd hau-cm hau-sd kaz-af kaz-cn " +
		"kaz-ir kaz-mn kir-cn kk-af kk-cn kk-ir kk-mn kmr-iq kmr-ir kmr-lb ku-iq ku-ir " +
		"ku-lb kur-iq kur-ir kur-lb ky-cn may-cc ms-cc msa-cc pa-pk pan-pk tg-pk tgk-pk " +
		"und-ae und-af und-bh und-cc und-dz und-eg und-eh und-il und-iq und-ir und-jo " +
		"und-km und-kw und-lb und-ly und-ma und-mr und-mv und-om und-pk und-ps und-qa " +
		"und-sa und-sd und-ss und-sy und-td und-tn und-ye uz-af uzb-af uzn-af zsm-cc "

	// rightwardPlaces are where one of leftwardLanguages is not written so.
	rightwardPlaces = " mey-sn sd-in snd-in ug-kz ug-mn uig-kz uig-mn "
)
