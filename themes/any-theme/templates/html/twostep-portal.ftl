<#import "template.ftl" as layout>
<@layout.emailLayout>
<p><strong>${organization}</strong></p>
<p>${msg(sentence)}<#if detail?has_content> <strong>${detail}</strong></#if><br>${at}</p>
<p>${msg(sentence?replace("twostepNews-", "twostepPortalHelp-"))}</p>
<p>${msg("twostepEmailPortalPage")}</p>
<p><a href="${link}">${link}</a></p>
</@layout.emailLayout>
