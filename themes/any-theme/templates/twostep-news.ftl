<#import "twostep-parts.ftl" as parts>
<#assign open = twostep.answer == "">
<@parts.page title=msg(open?then("twostepNewsTitle", "twostepNewsDoneTitle"))>
    <@parts.text>
        <#if twostep.answer == "mine">
            <p>${msg("twostepNewsMineDone")}</p>
        <#elseif twostep.answer == "not-mine">
            <@parts.notice type="warning">${msg("twostepNewsDone-" + twostep.effect)}</@parts.notice>
            <p>${msg("twostepNewsLoggedOut")}</p>
            <p>${msg("twostepNewsChangePassword")}</p>
        </#if>
        <p id="twostep-news"><strong>${msg(twostep.sentence)}</strong><#if twostep.detail?has_content> <span dir="ltr">${twostep.detail}</span></#if></p>
        <p><small>${twostep.at}</small></p>
        <#if twostep.answer != "not-mine"><p>${msg("twostepNewsEffect-" + twostep.effect)}</p></#if>
    </@parts.text>
    <#if twostep.answer == "not-mine">
        <@parts.actions>
            <a id="twostep-password" href="${twostep.passwordUrl}" class="${parts.buttonClass("primary")}">${msg("twostepNewsPassword")}</a>
        </@parts.actions>
    <#else>
        <@parts.form>
            <input type="hidden" id="stateChecker" name="stateChecker" value="${twostep.token}">
            <@parts.actions>
                <#if open><@parts.button value="mine" label="twostepNewsMine"/></#if>
                <@parts.button value="not-mine" label="twostepNewsNotMine" type="secondary"/>
            </@parts.actions>
        </@parts.form>
        <@parts.script/>
    </#if>
</@parts.page>
