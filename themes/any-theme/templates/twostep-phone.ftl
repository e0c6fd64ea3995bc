<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepEnrolTitle") errors="number">
    <@parts.form>
        <@parts.text id="twostep-phone-text">
            <p>${msg("twostepEnrolPhoneText")}</p>
        </@parts.text>
        <@parts.select name="country" label=msg("twostepCountry") autocomplete="tel-country-code">
            <#list twostep.countries as country>
                <option value="${country.region}" data-calling-code="${country.callingCode}"<#if country.region == twostep.country> selected</#if>>${country.name} (+${country.callingCode})</option>
            </#list>
        </@parts.select>
        <@parts.input name="number" label=msg("twostepNumber") type="tel" autocomplete="tel-national" value=twostep.number autofocus=true help="twostep-phone-text"/>
        <@parts.text><p><small>${msg("twostepPhoneRisk")}</small></p></@parts.text>

        <@parts.actions>
            <@parts.button value="send" label="twostepSendCode"/>
            <#if twostep.others><@parts.button value="another" label="twostepAnotherEnrol" type="secondary"/></#if>
            <@parts.postpone/>
            <@parts.cancel/>
        </@parts.actions>
    </@parts.form>
    <@parts.script/>
</@parts.page>
