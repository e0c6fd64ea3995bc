<#-- Shows that a key is the portal's; included by twostep-portal.ftl, whose macros it uses. -->
<#if twostep.lost>
    <@parts.notice type="danger">${msg("twostepPortalLost")}</@parts.notice>
<#else>
    <#if twostep.label?has_content><p class="pf-v5-u-mb-md pf-v5-u-text-break-word">${msg("twostepPortalLabel")}: <strong id="twostep-label"><bdi>${twostep.label}</bdi></strong></p></#if>
    <#if twostep.path == "active">
        <p class="pf-v5-u-mb-md">${msg("twostepPortalProve")}</p>
        <@change do="code"><@about/>
            <label for="code" class="pf-v5-c-form__label">${msg("twostepPortalCode")}</label>
            <p class="pf-v5-u-mb-md"><span class="${(properties.kcInputClass!"")}"><input id="code" name="code" type="text" inputmode="numeric" autocomplete="off" dir="ltr" maxlength="12" autofocus required></span></p>
            <button type="submit" id="twostep-prove" class="${parts.buttonClass("primary")}">${msg("twostepPortalProveDo")}</button>
        </@change>
    <#else>
        <p>${msg("twostepPortalShow")}</p>
        <p class="pf-v5-u-text-align-center pf-v5-u-my-md"><strong id="twostep-running" dir="ltr" class="pf-v5-u-font-size-2xl">${twostep.code}</strong></p>
        <div class="pf-v5-u-text-align-center" data-twostep-renew="${twostep.own}">
            <@parts.countdown id="twostep-left" text="twostepPortalSeconds" done="twostepPortalSecondsDone" seconds=twostep.seconds button="twostep-next"/>
        </div>
        <form action="${twostep.own}" method="get"><button type="submit" id="twostep-next" class="${parts.buttonClass("link")}">${msg("twostepPortalNext")}</button></form>
        <div class="pf-v5-u-my-md">
            <@change do="accepted"><@about/><button type="submit" id="twostep-accepted" class="${parts.buttonClass("primary")}">${msg("twostepPortalAccepted")}</button></@change>
        </div>
        <p class="${small}">${msg("twostepPortalAcceptedText")}</p>
    </#if>
</#if>
<@drop/>
