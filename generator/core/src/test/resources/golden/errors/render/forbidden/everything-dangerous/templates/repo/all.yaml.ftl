<#setting number_format="0">
<#global x=1>
<#include "other.ftl">
<#import "other.ftl" as other>
<#outputformat "plainText"></#outputformat>
<#assign captured>text</#assign>
a: ${"1"?eval}
b: ${"x"?interpret}
c: ${repo?api.class}
d: ${"freemarker.template.utility.Execute"?new()("id")}
e: ${.data_model}
f: ${.locale}
g: ${repo.name?no_esc}
