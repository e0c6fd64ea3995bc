<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("twostepEmailIntro")} <strong>${organization}</strong></p>
<p style="font-size: 28px; font-family: monospace"><strong>${code}</strong></p>
<p>${msg("twostepCodeValid", minutes)} ${msg("twostepEmailSecret")}</p>
<p>${msg("twostepEmailNotYou")}</p>
<p><small>${originLine}</small></p>
</@layout.emailLayout>
