<#ftl output_format="plainText">
${organization}

${msg(sentence)}<#if detail?has_content> ${detail}</#if>
${at}

${msg(sentence?replace("twostepNews-", "twostepPortalHelp-"))}

${msg("twostepEmailPortalPage")}

${link}
