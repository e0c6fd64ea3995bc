<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepRefusedTitle")>
    <div id="twostep-refused" class="${parts.formClass}">
        <@parts.text><p>${msg("twostepRefused" + twostep.reason)}</p></@parts.text>
        <@parts.actions>
            <a id="twostep-restart" href="${url.loginRestartFlowUrl}" class="${parts.buttonClass("primary")}">${msg("twostepRestart")}</a>
        </@parts.actions>
    </div>
</@parts.page>
