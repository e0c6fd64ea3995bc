<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepAppScanTitle")>
    <@parts.form>
        <@parts.text>
            <p>${msg("twostepAppScanText")}</p>
        </@parts.text>
        <p class="pf-v5-u-text-align-center">
            <img id="twostep-qr" src="data:image/png;base64,${twostep.qr}" width="264" height="264" alt="${msg("twostepAppQr")}">
        </p>
        <p class="pf-v5-u-text-align-center"><a id="twostep-app-link" href="${twostep.uri}">${msg("twostepAppLink")}</a></p>
        <@parts.actions>
            <@parts.button value="continue" label="twostepContinue"/>
        </@parts.actions>
        <@parts.text>
            <p><strong>${msg("twostepAppManual")}</strong></p>
            <p>${msg("twostepAppSecret")}<br><strong><code id="twostep-secret" dir="ltr">${twostep.secret}</code></strong></p>
            <p>
                ${msg("twostepAppIssuer")}: <strong id="twostep-issuer"><bdi>${twostep.issuer}</bdi></strong><br>
                ${msg("twostepAppAccount")}: <strong id="twostep-account"><bdi>${twostep.account}</bdi></strong><br>
                ${msg("twostepAppKind")}: ${msg("twostepAppTimeBased")}, ${twostep.algorithm}, ${msg("twostepAppDigits", twostep.digits)}, ${msg("twostepSeconds", twostep.period)}
            </p>
        </@parts.text>
        <#if twostep.others || ((twostep.postpone)!false) || isAppInitiatedAction??>
            <@parts.actions>
                <#if twostep.others><@parts.button value="another" label="twostepAnotherEnrol" type="link"/></#if>
                <@parts.postpone/>
                <@parts.cancel/>
            </@parts.actions>
        </#if>
    </@parts.form>
    <@parts.script/>
</@parts.page>
