package screen

func (c *composer) pad()   {}
func (c *composer) staff() {}
