<#-- Which path, and by which way the key comes; included by twostep-portal.ftl, whose macros it uses. -->
<#macro way id title text>
    <section aria-labelledby="${id}" class="pf-v5-u-mb-lg">
        <h3 id="${id}" class="pf-v5-c-title pf-m-md pf-v5-u-mb-xs">${msg(title)}</h3>
        <p class="${small} pf-v5-u-mb-sm">${msg(text)}</p>
        <#nested>
    </section>
</#macro>

<#macro chosen><input type="hidden" name="path" value="${twostep.path}"></#macro>

<#macro number>
    <@change do="link">
        <@chosen/>
        <label for="number" class="pf-v5-c-form__label">${msg("twostepPortalNumber")}</label>
        <div class="pf-v5-c-input-group">
            <span class="${(properties.kcInputClass!"")}"><input id="number" name="number" type="tel" autocomplete="tel" dir="ltr" maxlength="40" value="${twostep.number}" required<#if twostep.number?has_content> aria-invalid="true" autofocus</#if>></span>
            <button type="submit" id="twostep-send-other" class="${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!}">${msg("twostepPortalSend")}</button>
        </div>
    </@change>
</#macro>

<#if twostep.hasKey><@parts.notice type="info">${msg("twostepPortalHasKey")}</@parts.notice></#if>
<#if !twostep.path?has_content>
    <p class="pf-v5-u-my-md">${msg("twostepPortalWhich")}</p>
    <#list ["active", "activate"] as path>
        <p class="pf-v5-u-mb-sm"><a id="twostep-${path}" href="${twostep.own}?way=${path}" class="${parts.buttonClass("secondary")} pf-v5-u-text-wrap">${msg("twostepPortalWhich-" + path)}</a></p>
    </#list>
<#else>
    <#if twostep.variant?has_content><p class="pf-v5-u-mb-sm">${msg("twostepPortalHow-" + twostep.variant)}</p></#if>
    <@parts.text id="twostep-steps">
        <ol>
            <#list 1..4 as step><li>${msg("twostepPortalHow-" + twostep.path + "-" + step)}</li></#list>
        </ol>
    </@parts.text>
    <p id="twostep-holds" class="${small} pf-v5-u-mt-sm">${msg("twostepPortalHolds", twostep.minutes)}</p>
    <h2 class="pf-v5-c-title pf-m-lg pf-v5-u-mt-md pf-v5-u-mb-sm">${msg("twostepPortalWays")}</h2>
    <@way id="twostep-by-phone" title="twostepPortalByPhone" text="twostepPortalByPhoneText">
        <#if twostep.phone?has_content>
            <p class="pf-v5-u-mb-sm">${msg("twostepPortalTo")} <strong id="twostep-phone" dir="ltr">${twostep.phone}</strong></p>
            <@change do="link">
                <@chosen/>
                <input type="hidden" name="to" value="proven">
                <button type="submit" id="twostep-send" class="${parts.buttonClass("primary")}">${msg("twostepPortalSend")}</button>
            </@change>
            <@parts.later label="twostepPortalOther" open=twostep.number?has_content><@number/></@parts.later>
        <#else>
            <@number/>
        </#if>
    </@way>
    <@way id="twostep-by-picture" title="twostepPortalByPicture" text="twostepPortalByPictureText">
        <form action="${twostep.own}/picture" method="post" enctype="multipart/form-data" data-twostep-once>
            <input type="hidden" name="token" value="${twostep.token}">
            <@chosen/>
            <label for="picture" class="pf-v5-c-form__label">${msg("twostepPortalPicture")}</label>
            <p class="pf-v5-u-mb-sm"><input id="picture" name="picture" type="file" class="pf-v5-u-w-100" accept="image/jpeg,image/png" data-most="10000000" data-too-big="${msg("twostepPortalSaid-picture-too-big")}" required></p>
            <button type="submit" id="twostep-upload" class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!}">${msg("twostepPortalUpload")}</button>
        </form>
    </@way>
    <@way id="twostep-by-text" title="twostepPortalByText" text="twostepPortalByTextText">
        <@change do="typed">
            <@chosen/>
            <@parts.line id="secret" name="secret" label="twostepPortalSecret" button="twostepPortalTake" longest=4096/>
        </@change>
    </@way>
</#if>
