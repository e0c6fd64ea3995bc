<#ftl output_format="plainText">
${organization}

${msg(sentence)}<#if detail?has_content> ${detail}</#if>
${at}

${msg("twostepEmailNewsMine")}

${msg("twostepEmailNewsNotMine")}

${link}

${msg("twostepEmailNewsHelp")}
