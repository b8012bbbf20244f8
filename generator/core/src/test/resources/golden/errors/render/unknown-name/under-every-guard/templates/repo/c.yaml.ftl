c: ${rep.name}
