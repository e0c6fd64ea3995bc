<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepTurnOffTitle")>
    <@parts.form>
        <@parts.text>
            <#if twostep.required>
                <p>${msg("twostepTurnOffRequired")}</p>
            <#else>
                <p>${msg("twostepTurnOffText")}</p>
                <p>${msg("twostepTurnOffKept")}</p>
            </#if>
        </@parts.text>
        <@parts.actions>
            <#if !twostep.required><@parts.button value="turn-off" label="twostepTurnOff"/></#if>
            <@parts.cancel/>
        </@parts.actions>
    </@parts.form>
    <@parts.script/>
</@parts.page>
