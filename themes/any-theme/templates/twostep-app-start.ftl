<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepAppTitle")>
    <@parts.form>
        <@parts.text>
            <p>${msg("twostepAppIntro")}</p>
            <ol>
                <li>${msg("twostepAppStepInstall")}</li>
                <li>${msg("twostepAppStepScan")}</li>
                <#if twostep.confirm == "none"><li>${msg("twostepAppStepCode")}</li><#else><li>${msg("twostepAppStepCodes-" + twostep.confirm)}</li></#if>
            </ol>
            <p><strong>${msg("twostepClockHint")}</strong></p>
        </@parts.text>
        <@parts.clock/>
        <@parts.actions>
            <@parts.button value="continue" label="twostepContinue"/>
            <#if twostep.others><@parts.button value="another" label="twostepAnotherEnrol" type="secondary"/></#if>
            <@parts.postpone/>
            <@parts.cancel/>
        </@parts.actions>
    </@parts.form>
    <@parts.script/>
</@parts.page>
