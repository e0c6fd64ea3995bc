<#import "twostep-parts.ftl" as parts>
<#assign asksPasscode = twostep.passcode != "off">
<#assign fields = asksPasscode?then(["passcode", "repeat"], [])>
<#assign wrong = fields?filter(name -> messagesPerField.existsError(name))>
<@parts.page title=msg("twostepTrustTitle") errors=(wrong?first)!"">
    <@parts.form>
        <@parts.text>
            <p>${msg("twostepTrustText", twostep.days)}</p>
            <p>${msg("twostepTrustWarning")}</p>
        </@parts.text>
        <#if asksPasscode>
            <@parts.text id="twostep-passcode-help">
                <p>${msg("twostepTrustPasscode-" + twostep.passcode)} ${msg("twostepPasscodeRule", twostep.least)}</p>
            </@parts.text>
            <@parts.input name="passcode" type="password" label=msg("twostepPasscodeNew") autocomplete="off" help="twostep-passcode-help"/>
            <@parts.input name="repeat" type="password" label=msg("twostepPasscodeRepeat") autocomplete="off"/>
        </#if>
        <@parts.actions>
            <@parts.button value="trust" label="twostepTrust"/>
            <@parts.button value="later" label="twostepTrustLater" type="secondary"/>
            <@parts.button value="quiet" label="twostepTrustNever" type="link"/>
        </@parts.actions>
    </@parts.form>
    <@parts.script/>
</@parts.page>
