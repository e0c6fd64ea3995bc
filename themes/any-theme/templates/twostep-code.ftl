<#import "twostep-parts.ftl" as parts>
<#assign isMessage = twostep.kind == "sms" || twostep.kind == "email">
<#assign isText = twostep.kind == "recovery-codes" || twostep.kind == "pass">
<#assign titles = {"recovery-codes": "twostepRecoveryTitle", "pass": "twostepPassTitle"}>
<#if twostep.purpose == "enrol" && isMessage>
    <#assign titleKey = "twostepConfirmTitle-" + twostep.kind>
<#else>
    <#assign titleKey = titles[twostep.kind]!"twostepCodeTitle">
</#if>
<@parts.page title=msg(titleKey) errors="code">
    <@parts.form>
        <#if isMessage>
            <#if twostep.instead!false><@parts.notice type="info">${msg("twostepInsteadOfSms")}</@parts.notice></#if>
            <@parts.sentTo/>
        </#if>

        <#if twostep.kind == "pass">
            <@parts.text id="twostep-pass-text"><p>${msg("twostepPassText")}</p></@parts.text>
        </#if>
        <#if twostep.kind == "recovery-codes" && twostep.codeNumber??>
            <#assign label = msg("twostepLabelRecoveryNumber", twostep.codeNumber)>
        <#else>
            <#assign label = msg("twostepLabel-" + (twostep.delivery == "moved")?then("email", twostep.kind))>
        </#if>
        <@parts.input name="code" label=label autofocus=true
            autocomplete=isText?then("off", "one-time-code")
            inputmode=isText?then("", "numeric")
            help=isMessage?then("twostep-sent-to", (twostep.kind == "pass")?then("twostep-pass-text", "")) + (twostep.waitSeconds > 0)?then(" twostep-wait", "")/>
        <#if twostep.waitSeconds gt 0>
            <@parts.countdown id="twostep-wait" text="twostepWaitFor" seconds=twostep.waitSeconds button="twostep-verify"/>
        </#if>

        <@parts.actions>
            <@parts.button value="verify" label="twostepVerify"/>
        </@parts.actions>

        <#if twostep.resend>
            <@parts.noMessage/>
        </#if>
        <#if twostep.resend || twostep.canChangeContact || twostep.others || isAppInitiatedAction??>
            <@parts.actions>
                <#if twostep.resend><@parts.button value="resend" label="twostepResend" type="secondary"/></#if>
                <#if twostep.canChangeContact><@parts.button value="change" label="twostepChange-" + twostep.kind type="link"/></#if>
                <#if twostep.others><@parts.button value="another" label="twostepAnother" type="link"/></#if>
                <@parts.cancel/>
            </@parts.actions>
        </#if>
    </@parts.form>
    <@parts.deliveryStates/>
    <@parts.script/>
</@parts.page>
