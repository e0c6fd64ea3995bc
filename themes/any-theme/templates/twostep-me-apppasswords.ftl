<#-- The section of app passwords on the page of one's own factors; included by twostep-me.ftl, whose macros it uses. -->
<#macro appPassword row id>
    <li class="pf-v5-c-data-list__item pf-v5-u-display-flex pf-v5-u-flex-direction-row pf-v5-u-py-md" data-app-password="${row.id}" data-state="${row.state}">
        <span class="pf-v5-u-font-size-xl pf-v5-u-mr-md pf-v5-u-color-200"><i class="fa-fw fa fa-plug" aria-hidden="true"></i></span>
        <div class="pf-v5-u-flex-grow-1">
            <h3 id="${id}" class="pf-v5-u-font-weight-bold pf-v5-u-text-break-word"><bdi>${row.name}</bdi></h3>
            <#if row.applications?has_content>
                <p class="pf-v5-u-text-break-word"><#list row.applications as one><bdi>${one}</bdi><#sep>, </#sep></#list></p>
            </#if>
            <#if row.state != "live"><p class="pf-v5-u-my-xs"><@badge color="pf-m-orange">${msg("twostepMeAppState-" + row.state)}</@badge></p></#if>
            <p class="pf-v5-u-font-size-sm pf-v5-u-color-200">
                ${msg("twostepMeAdded", row.created)} ·
                ${msg("twostepMeUsed", row.used?has_content?then(row.used, "–"))}<#if row.from?has_content> <bdi dir="ltr">(${row.from})</bdi></#if> ·
                ${row.expires?has_content?then(msg("twostepMeAppExpires", row.expires), msg("twostepMeAppForever"))}
            </p>
            <div class="pf-v5-u-mt-sm">
                <@change do="app-revoke" credential=row.id>
                    <button type="submit" class="${link}" aria-describedby="${id}">${msg("twostepMeAppRevoke")}</button>
                </@change>
            </div>
            <details class="pf-v5-u-mt-sm">
                <summary class="pf-v5-u-link-color" aria-describedby="${id}">${msg("twostepMeRename")}</summary>
                <@change do="app-rename" credential=row.id>
                    <label for="${id}-name" class="pf-v5-c-form__label pf-v5-u-mt-sm">${msg("twostepMeName")}</label>
                    <div class="pf-v5-c-input-group">
                        <span class="${(properties.kcInputClass!"")}"><input id="${id}-name" name="name" type="text" value="${row.name}" maxlength="${twostep.longest?c}" autocomplete="off" required></span>
                        <button type="submit" class="${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!}">${msg("twostepMeSave")}</button>
                    </div>
                </@change>
            </details>
        </div>
    </li>
</#macro>

<#assign apps = (twostep.appPasswords)!{"rows": [], "make": ""}>
<#if apps.rows?has_content || apps.make?has_content>
    <section aria-labelledby="twostep-app-passwords" class="pf-v5-u-mb-lg">
        <h2 id="twostep-app-passwords" class="pf-v5-c-title pf-m-lg pf-v5-u-mb-sm">${msg("twostepMeAppPasswords")}</h2>
        <p class="pf-v5-u-mb-sm">${msg("twostepMeAppPasswordsText")}</p>
        <#if apps.rows?has_content>
            <ul class="pf-v5-c-data-list pf-m-compact" role="list">
                <#list apps.rows as one><@appPassword row=one id="twostep-app-password-" + one?index/></#list>
            </ul>
        </#if>
        <#if apps.make?has_content>
            <a id="twostep-make-app-password" href="${apps.make}" class="${parts.buttonClass("secondary")} pf-v5-u-mt-md">${msg("twostepMeAppMake")}</a>
        </#if>
    </section>
</#if>
