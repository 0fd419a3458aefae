package inline

// FirstFit breaks a paragraph line by line, as word processors and browsers do:
// each line takes as much as fits, with hyphens, and with the same shrink,
// expansion and tracking that Params allow. It is the yardstick for Break.
func (s *Setter) FirstFit(p *Prepared, params Params) []Break {
	if len(p.items) == 0 {
		return nil
	}
	bk := s.breakers.Get().(*breaker)
	defer s.breakers.Put(bk)
	bk.narrow = int(min(params.width(true), params.width(false)))
	bk.em = int(p.spans[p.items[0].span].Size)
	bk.layPoints(p, &params)
	bk.chosen = append(bk.chosen[:0], 0)
	from, last := 0, -1
	for i := 1; i < len(bk.points); i++ {
		l := bk.line(&bk.points[from], &bk.points[i], &params, from == 0)
		if l.least() > l.measure && last > from {
			bk.chosen = append(bk.chosen, int32(last))
			from, i = last, last
			continue
		}
		last = i
		if r := bk.points[i].reason; r == AtNewline || r == AtEnd {
			bk.chosen = append(bk.chosen, int32(i))
			from = i
		}
	}
	return bk.breaks(p, &params)
}
