<#import "twostep-parts.ftl" as parts>
<#assign change = parts.change>
<#assign badge = parts.badge>
<#assign link = "pf-v5-c-button pf-m-link pf-m-inline">
<#assign small = "pf-v5-u-font-size-sm pf-v5-u-color-200">
<#assign row = "pf-v5-c-data-list__item pf-v5-u-display-flex pf-v5-u-flex-direction-row pf-v5-u-py-md">
<#assign danger = (properties.kcButtonClass!"") + " " + (properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!"") + " pf-m-danger">
<#assign colors = {"listed": "", "active": "pf-m-green", "paused": "pf-m-orange", "refused": "pf-m-red"}>

<#macro portal entry id>
    <#assign wrong = twostep.wrong == entry.id>
    <li class="${row}" data-portal="${entry.id}" data-state="${entry.state}">
        <div class="pf-v5-u-flex-grow-1">
            <h3 id="${id}" class="pf-v5-u-font-weight-bold pf-v5-u-text-break-word"><bdi>${entry.name}</bdi></h3>
            <#if entry.host?has_content><p dir="ltr" class="pf-v5-u-text-break-word">${entry.host}</p></#if>
            <p class="pf-v5-u-my-xs"><@badge color=colors[entry.state]>${msg("twostepPortalState-" + entry.state)}</@badge></p>
            <#if entry.hasKey>
                <p class="${small} pf-v5-u-text-break-word">
                    ${msg("twostepPortalSince", entry.since)} ·
                    <#if entry.handed?has_content>${msg("twostepPortalHanded", entry.handed)} · ${msg("twostepPortalJob")}: <bdi>${entry.job}</bdi><#if entry.robot?has_content> (<bdi>${entry.robot}</bdi>)</#if><#else>${msg("twostepPortalHandedNone")}</#if>
                </p>
            </#if>
            <#if entry.state == "refused"><@parts.notice type="danger">${msg("twostepPortalRefused")}</@parts.notice>
            <#elseif entry.flagged><@parts.notice type="warning">${msg("twostepPortalFlagged")}</@parts.notice></#if>
            <div class="pf-v5-l-flex pf-v5-u-mt-sm">
                <a href="${entry.link}" class="${link}" aria-describedby="${id}">${msg(entry.hasKey?then("twostepPortalNewKey", "twostepPortalTurnOn"))}</a>
                <#if entry.canPause><@change do="pause" credential=entry.id><button type="submit" class="${link}" aria-describedby="${id}">${msg("twostepPortalPause")}</button></@change></#if>
                <#if entry.canResume><@change do="resume" credential=entry.id><button type="submit" class="${link}" aria-describedby="${id}">${msg("twostepPortalResume")}</button></@change></#if>
            </div>
            <@parts.later label="twostepMeRename" describedby=id open=wrong>
                <@change do="rename" credential=entry.id>
                    <@parts.line id=(id + "-name") name="name" label="twostepMeName" button="twostepMeSave" value=wrong?then(twostep.typed, entry.name) longest=twostep.longest wrong=wrong/>
                </@change>
            </@parts.later>
            <@parts.later label="twostepPortalRemove" describedby=id>
                <p class="pf-v5-u-mb-sm">${msg("twostepPortalRemoveText")}</p>
                <@change do="remove" credential=entry.id>
                    <button type="submit" class="${danger}" aria-describedby="${id}">${msg("twostepPortalRemoveSure")}</button>
                </@change>
            </@parts.later>
        </div>
    </li>
</#macro>

<@parts.page title=msg("twostepPortalsTitle")>
    <p class="pf-v5-u-color-200 pf-v5-u-mb-sm pf-v5-u-text-break-word"><bdi>${twostep.user}</bdi></p>
    <p class="pf-v5-u-mb-lg">${msg("twostepPortalsText")}</p>

    <section aria-labelledby="twostep-portals" class="pf-v5-u-mb-lg">
        <@parts.heading id="twostep-portals" title="twostepPortalsList"/>
        <#if twostep.portals?has_content>
            <ul class="pf-v5-c-data-list pf-m-compact" role="list">
                <#list twostep.portals as one><@portal entry=one id="twostep-portal-" + one?index/></#list>
            </ul>
        <#else>
            <p>${msg("twostepPortalsNone")}</p>
        </#if>
    </section>

    <section aria-labelledby="twostep-add-portal" class="pf-v5-u-mb-lg">
        <@parts.heading id="twostep-add-portal" title="twostepPortalsAdd"/>
        <form action="${twostep.own}#twostep-add-portal" method="get" role="search">
            <label for="q" class="pf-v5-c-form__label">${msg("twostepPortalsSearch")}</label>
            <div class="pf-v5-c-input-group">
                <span class="${(properties.kcInputClass!"")}"><input id="q" name="q" type="search" value="${twostep.search}" maxlength="60" autocomplete="off" spellcheck="false"></span>
                <button type="submit" class="${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!}">${msg("twostepPortalsFind")}</button>
            </div>
        </form>
        <details id="twostep-known" class="pf-v5-u-mt-sm pf-v5-u-mb-md"<#if twostep.search?has_content> open</#if>>
            <summary class="pf-v5-u-link-color">${msg("twostepPortalsKnown", twostep.known?size)}</summary>
            <ul class="pf-v5-c-data-list pf-m-compact" role="list">
                <#list twostep.known as one>
                    <li class="${row}" data-known="${one.key}">
                        <div class="pf-v5-u-flex-grow-1">
                            <h3 id="twostep-known-${one.key}" class="pf-v5-u-text-break-word">${one.name}</h3>
                            <p dir="ltr" class="${small} pf-v5-u-text-break-word">${one.host}</p>
                        </div>
                        <@change do="add">
                            <input type="hidden" name="entry" value="${one.key}">
                            <button type="submit" class="${link}" aria-describedby="twostep-known-${one.key}">${msg("twostepPortalsAddThis")}</button>
                        </@change>
                    </li>
                </#list>
            </ul>
        </details>
        <@change do="add-named">
            <@parts.line id="twostep-named" name="name" label="twostepPortalsNamed" button="twostepPortalsAddThis" value=(twostep.wrong == "new")?then(twostep.typed, "") longest=twostep.longest wrong=(twostep.wrong == "new")/>
        </@change>
    </section>

    <p><a id="twostep-me" href="${twostep.me}">${msg("twostepOfficeMe")}</a></p>
    <@parts.script/>
</@parts.page>
