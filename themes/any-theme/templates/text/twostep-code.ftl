<#ftl output_format="plainText">
${msg("twostepEmailIntro")} ${organization}

${code}

${msg("twostepCodeValid", minutes)} ${msg("twostepEmailSecret")}

${msg("twostepEmailNotYou")}

${originLine}
