<@emit node=vars/>
