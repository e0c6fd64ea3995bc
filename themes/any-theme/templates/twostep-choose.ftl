<#import "twostep-parts.ftl" as parts>
<#assign icons = {"sms": "fa fa-mobile", "email": "fa fa-envelope", "totp": "fa fa-clock fa-clock-o", "passkey": "fa fa-key", "office": "fa fa-building", "recovery-codes": "fa fa-list", "pass": "fa fa-ticket fa-ticket-alt"}>
<@parts.page title=msg((twostep.purpose == "enrol")?then("twostepChooseEnrolTitle", "twostepChooseTitle"))>
    <@parts.form>
        <@parts.actions>
            <#list twostep.options as option>
                <button type="submit" id="twostep-${option.kind}" name="twostepFactor" value="${option.kind}"
                        class="${properties.kcFormSocialAccountListButtonClass!parts.buttonClass("secondary")}">
                    <i class="fa-fw pf-v5-u-flex-shrink-0 ${icons[option.kind]!}" aria-hidden="true"></i>
                    <span class="pf-v5-u-flex-grow-1 pf-v5-u-text-align-left pf-v5-u-text-wrap pf-v5-u-text-break-word pf-v5-u-ml-md">
                        <span>${msg("twostepFactorName-" + option.kind)}</span>
                        <#if option.hint?has_content><strong dir="ltr">${option.hint}</strong></#if>
                        <#if twostep.purpose == "enrol"><br><small>${msg("twostepFactorHelp-" + option.kind)}</small></#if>
                    </span>
                </button>
            </#list>
            <@parts.button value="back" label="twostepBack" type="link"/>
        </@parts.actions>
    </@parts.form>
    <@parts.script/>
</@parts.page>
