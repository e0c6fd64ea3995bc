<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepAppScanTitle") errors="code">
    <@parts.form>
        <input type="hidden" name="token" value="${twostep.token}">
        <#if twostep.clock>
            <@parts.notice type="warning">${parts.errorOf("code")}</@parts.notice>
            <@parts.text id="twostep-clock-text"><p>${msg("twostepInviteClockMend")}</p></@parts.text>
            <@parts.clock open=true/>
        </#if>
        <@parts.text>
            <p><bdi id="twostep-office">${twostep.office}</bdi> · <bdi id="twostep-device">${twostep.device}</bdi></p>
            <p>${msg("twostepInviteScanText")}</p>
        </@parts.text>
        <@parts.qr/>
        <@parts.key/>
        <@parts.input name="code" label=msg("twostepLabel-totp") autocomplete="off" inputmode="numeric" help="twostep-once"
            autofocus=(parts.errorOf("code")?has_content && !twostep.clock)/>
        <@parts.text id="twostep-once"><p>${msg("twostepInviteOnce")}</p></@parts.text>
        <@parts.actions>
            <@parts.button value="verify" label="twostepInviteBind"/>
        </@parts.actions>
    </@parts.form>
    <@parts.script/>
</@parts.page>
