<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg((isAppInitiatedAction??)?then("twostepRefusedChangeTitle", "twostepRefusedTitle"))>
    <div id="twostep-refused" class="${parts.formClass}">
        <@parts.text><p>${msg("twostepRefused" + twostep.reason)}</p></@parts.text>
        <#if isAppInitiatedAction??>
            <@parts.form>
                <@parts.actions><@parts.cancel/></@parts.actions>
            </@parts.form>
        <#else>
            <@parts.actions>
                <a id="twostep-restart" href="${url.loginRestartFlowUrl}" class="${parts.buttonClass("primary")}">${msg("twostepRestart")}</a>
            </@parts.actions>
        </#if>
    </div>
</@parts.page>
