<#import "template.ftl" as layout>
<@layout.emailLayout>
<p><strong>${organization}</strong></p>
<p>${msg(sentence)}<#if detail?has_content> <strong>${detail}</strong></#if><br>${at}</p>
<p>${msg("twostepEmailNewsMine")}</p>
<p>${msg("twostepEmailNewsNotMine")}</p>
<p><a href="${link}">${link}</a></p>
<p>${msg("twostepEmailNewsHelp")}</p>
</@layout.emailLayout>
