<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepAppBoundTitle")>
    <@parts.form>
        <@parts.notice type="success">${msg("twostepAppBound")}</@parts.notice>
        <@parts.text>
            <p>${msg("twostepAppFromNow")}</p>
            <#if twostep.recovery><p>${msg("twostepAppRecovery")}</p></#if>
        </@parts.text>
        <@parts.actions>
            <#if twostep.recovery>
                <@parts.button value="recovery" label="twostepAppRecoveryGet"/>
                <@parts.button value="done" label="twostepAppRecoveryLater" type="link"/>
            <#else>
                <@parts.button value="done" label="twostepContinue"/>
            </#if>
        </@parts.actions>
    </@parts.form>
    <@parts.script/>
</@parts.page>
