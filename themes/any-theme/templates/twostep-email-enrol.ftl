<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepEnrolTitle")>
    <@parts.form>
        <@parts.text>
            <p>${msg("twostepEnrolEmailText")} <strong dir="ltr">${twostep.destination}</strong></p>
        </@parts.text>
        <@parts.actions>
            <@parts.button value="send" label="twostepSendCode"/>
            <#if twostep.others><@parts.button value="another" label="twostepAnotherEnrol" type="secondary"/></#if>
            <@parts.postpone/>
            <@parts.cancel/>
        </@parts.actions>
    </@parts.form>
    <@parts.script/>
</@parts.page>
