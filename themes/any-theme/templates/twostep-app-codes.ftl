<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepAppCodesTitle") errors=messagesPerField.existsError("code")?then("code", "app")>
    <@parts.form>
        <#if twostep.clock>
            <@parts.notice type="warning">${parts.errorOf("app")}</@parts.notice>
            <@parts.text id="twostep-clock-text"><p>${msg("twostepClockMend")}</p></@parts.text>
            <@parts.clock open=true/>
        </#if>
        <#if twostep.confirmed>
            <@parts.sentTo/>
            <@parts.input name="code" label=msg("twostepLabel-" + twostep.kind) autofocus=true autocomplete="one-time-code"
                inputmode="numeric" help="twostep-sent-to" + (twostep.waitSeconds > 0)?then(" twostep-wait", "")/>
        <#else>
            <@parts.text><p>${msg("twostepAppCodeText")}</p></@parts.text>
        </#if>
        <@parts.input name="app" label=msg("twostepLabel-totp") autofocus=!twostep.confirmed autocomplete="off" inputmode="numeric"
            help=(twostep.waitSeconds > 0)?then("twostep-wait", "")/>
        <@parts.input name="label" label=msg("twostepAppLabel") autocomplete="off" value=twostep.label dir="auto"/>
        <#if twostep.waitSeconds gt 0>
            <@parts.countdown id="twostep-wait" text="twostepWaitFor" seconds=twostep.waitSeconds button="twostep-verify"/>
        </#if>
        <@parts.actions>
            <@parts.button value="verify" label="twostepAppBind"/>
        </@parts.actions>
        <#if twostep.resend><@parts.noMessage/></#if>
        <@parts.actions>
            <#if twostep.resend><@parts.button value="resend" label="twostepResend" type="secondary"/></#if>
            <@parts.button value="back" label="twostepAppBack" type="link"/>
            <@parts.cancel/>
        </@parts.actions>
    </@parts.form>
    <@parts.deliveryStates/>
    <@parts.script/>
</@parts.page>
