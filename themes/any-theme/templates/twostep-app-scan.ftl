<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepAppScanTitle")>
    <@parts.form>
        <@parts.text>
            <p>${msg("twostepAppScanText")}</p>
        </@parts.text>
        <@parts.qr/>
        <@parts.actions>
            <@parts.button value="continue" label="twostepContinue"/>
        </@parts.actions>
        <@parts.key/>
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
