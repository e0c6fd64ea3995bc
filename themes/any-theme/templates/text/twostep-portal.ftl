<#ftl output_format="plainText">
${organization}

${msg(sentence)}<#if detail?has_content> ${detail}</#if>
${at}

${msg(sentence + "-help")}

${msg("twostepEmailPortalPage")}

${link}
