<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepPasscodeTitle") errors="passcode">
    <@parts.form>
        <@parts.text id="twostep-passcode-help"><p>${msg("twostepPasscodeText")}</p></@parts.text>
        <@parts.input name="passcode" type="password" label=msg("twostepPasscode") autocomplete="off" help="twostep-passcode-help" autofocus=true/>
        <@parts.actions>
            <@parts.button value="unlock" label="twostepUnlock"/>
            <@parts.button value="code" label="twostepCodeInstead" type="secondary"/>
        </@parts.actions>
    </@parts.form>
    <@parts.script/>
</@parts.page>
