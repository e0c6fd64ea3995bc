<#import "twostep-parts.ftl" as parts>
<#assign isMessage = twostep.kind == "sms" || twostep.kind == "email">
<#assign isText = twostep.kind == "recovery-codes" || twostep.kind == "pass">
<#assign titles = {"recovery-codes": "twostepRecoveryTitle", "pass": "twostepPassTitle"}>
<#macro delivery state>
    <#if state == "sending"><p>${msg("twostepDeliverySending")}</p>
    <#elseif state == "sent"><p>${msg("twostepSent")}</p>
    <#elseif state == "busy"><@parts.notice type="warning">${msg("twostepDeliveryBusy")}</@parts.notice>
    <#elseif state == "failed">
        <@parts.notice type="danger">${msg((twostep.kind == "email")?then("twostepDeliveryFailedEmail", "twostepDeliveryFailedSms"))}</@parts.notice>
    </#if>
</#macro>
<#if twostep.purpose == "enrol" && isMessage>
    <#assign titleKey = "twostepConfirmTitle-" + twostep.kind>
<#else>
    <#assign titleKey = titles[twostep.kind]!"twostepCodeTitle">
</#if>
<@parts.page title=msg(titleKey) errors="code">
    <@parts.form>
        <#if isMessage>
            <@parts.text id="twostep-sent-to">
                <p>
                    <#if twostep.destination?has_content>${msg("twostepSentTo-" + twostep.kind)} <strong dir="ltr">${twostep.destination}</strong><br></#if>
                    ${msg("twostepCodeValid", twostep.minutes)}
                </p>
                <div id="twostep-delivery" role="status" data-state="${twostep.delivery}" data-url="${twostep.deliveryUrl}"><@delivery state=twostep.delivery/></div>
            </@parts.text>
        </#if>

        <#if twostep.kind == "pass">
            <@parts.text id="twostep-pass-text"><p>${msg("twostepPassText")}</p></@parts.text>
        </#if>
        <#if twostep.kind == "recovery-codes" && twostep.codeNumber??>
            <#assign label = msg("twostepLabelRecoveryNumber", twostep.codeNumber)>
        <#else>
            <#assign label = msg("twostepLabel-" + twostep.kind)>
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
            <div id="twostep-no-message" role="group" aria-labelledby="twostep-no-message-title">
                <p><strong id="twostep-no-message-title">${msg("twostepNoMessage")}</strong> ${msg("twostepNoMessageHelp-" + twostep.kind)}</p>
                <#if twostep.resendInSeconds gt 0>
                    <@parts.countdown id="twostep-resend-wait" text="twostepResendIn" done="twostepResendNow" seconds=twostep.resendInSeconds button="twostep-resend"/>
                </#if>
            </div>
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
    <#if twostep.deliveryUrl?has_content>
        <#list ["sending", "sent", "busy", "failed"] as state>
            <template data-twostep-state="${state}"><@delivery state=state/></template>
        </#list>
    </#if>
    <@parts.script/>
</@parts.page>
