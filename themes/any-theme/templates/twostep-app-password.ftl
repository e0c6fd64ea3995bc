<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepAppPasswordTitle") errors=["name", "application", "days"]?filter(f -> messagesPerField.existsError(f))?first!"name">
    <@parts.form>
        <@parts.text id="twostep-app-password-text">
            <p>${msg("twostepAppPasswordText")}</p>
        </@parts.text>
        <@parts.input name="name" label=msg("twostepAppPasswordName") autocomplete="off" value=twostep.name autofocus=true
            help="twostep-app-password-name-help" dir="auto"/>
        <p id="twostep-app-password-name-help"><small>${msg("twostepAppPasswordNameHelp")}</small></p>
        <div role="group" aria-labelledby="twostep-app-password-applications" class="${properties.kcFormGroupClass!} pf-v5-u-mt-md">
            <p id="twostep-app-password-applications" class="pf-v5-c-form__label pf-v5-u-mb-sm"><span class="pf-v5-c-form__label-text">${msg("twostepAppPasswordApplications")}</span></p>
            <#list twostep.applications as one>
                <#assign box = "application" + (one?index > 0)?then("-" + one?index, "")>
                <div class="${properties.kcCheckboxClass!"checkbox"} pf-v5-u-mb-sm">
                    <input id="${box}" name="application" type="checkbox" value="${one.id}" class="${properties.kcCheckboxInputClass!}"
                           <#if one.checked>checked</#if> <@parts.described name="application"/>>
                    <label for="${box}" class="${properties.kcCheckboxLabelClass!} pf-v5-u-text-break-word"><bdi>${one.name}</bdi></label>
                </div>
            </#list>
            <#if parts.errorOf("application")?has_content>
                <span id="input-error-application" class="${properties.kcInputErrorMessageClass!} pf-v5-u-danger-color-100" aria-live="polite">${parts.errorOf("application")}</span>
            </#if>
        </div>
        <@parts.select name="days" label=msg("twostepAppPasswordDays") autocomplete="off">
            <#list twostep.days as days>
                <option value="${days?c}"<#if days?c == twostep.chosen> selected</#if>>${(days == 0)?then(msg("twostepAppPasswordNever"), msg("twostepAppPasswordForDays", days))}</option>
            </#list>
        </@parts.select>
        <@parts.actions>
            <@parts.button value="create" label="twostepAppPasswordCreate"/>
            <@parts.cancel/>
        </@parts.actions>
    </@parts.form>
    <@parts.script/>
</@parts.page>
