<#-- The accounts of an office; included by twostep-office.ftl, whose assignments it uses. -->
<section aria-labelledby="twostep-office-accounts" class="pf-v5-u-mb-lg">
    <@parts.heading id="twostep-office-accounts" title="twostepOfficeAccounts"/>
    <p id="twostep-account-count" class="pf-v5-u-mb-sm">${msg("twostepOfficeCount", twostep.accountCount)}</p>
    <#if (twostep.accountCount gt 0)>
        <form action="${twostep.own}" method="get" role="search" class="pf-v5-u-mb-sm">
            <label for="twostep-search" class="pf-v5-c-form__label">${msg("twostepOfficeSearch")}</label>
            <div class="pf-v5-c-input-group">
                <span class="${(properties.kcInputClass!"")}"><input id="twostep-search" name="search" type="search" value="${twostep.search}" maxlength="100" autocomplete="off" spellcheck="false"></span>
                <button type="submit" class="${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!}">${msg("twostepOfficeFind")}</button>
            </div>
        </form>
    </#if>
    <#if twostep.accounts?has_content>
        <ul class="pf-v5-c-data-list pf-m-compact" role="list">
            <#list twostep.accounts as one>
                <li class="${row}" data-account="${one.id}">
                    <div class="pf-v5-u-flex-grow-1">
                        <h3 id="twostep-account-${one?index}" class="pf-v5-u-font-weight-bold pf-v5-u-text-break-word"><bdi>${one.user}</bdi></h3>
                        <p class="${small}"><#if one.customer?has_content>${msg("twostepOfficeCustomer")} <bdi>${one.customer}</bdi> · </#if>${msg("twostepOfficeSince", one.since)}</p>
                        <#if twostep.fresh>
                            <@parts.later label="twostepOfficeTakeOff" describedby="twostep-account-" + one?index>
                                <p class="pf-v5-u-mb-sm">${msg("twostepOfficeTakeOffText")}</p>
                                <@change do="take-off" credential=one.id><button type="submit" class="${danger}">${msg("twostepOfficeTakeOff")}</button></@change>
                            </@parts.later>
                        </#if>
                    </div>
                </li>
            </#list>
        </ul>
        <@parts.turns at=twostep.accountPage more=twostep.moreAccounts query="search=" + twostep.search?url("UTF-8") + "&accounts="/>
    <#elseif twostep.search?has_content>
        <p>${msg("twostepOfficeNotFound")}</p>
    </#if>
    <#if twostep.fresh>
        <div class="pf-v5-u-mt-md">
            <@change do="offer"><@parts.line id="twostep-offer" name="account" label="twostepOfficeOffer" button="twostepOfficeOfferDo"/></@change>
            <p class="${small} pf-v5-u-mt-xs">${msg("twostepOfficeOfferHelp")}</p>
        </div>
    </#if>
    <#if twostep.offers?has_content>
        <h3 class="pf-v5-c-title pf-m-md pf-v5-u-mt-md pf-v5-u-mb-sm">${msg("twostepOfficeOffers")}</h3>
        <ul class="pf-v5-c-data-list pf-m-compact" role="list">
            <#list twostep.offers as one>
                <li class="${row}" data-offer="${one.user}">
                    <div class="pf-v5-u-flex-grow-1">
                        <p id="twostep-offer-${one?index}" class="pf-v5-u-text-break-word"><bdi>${one.user}</bdi></p>
                        <p class="${small}">${msg("twostepOfficeOffered", one.since)}</p>
                        <#if twostep.fresh>
                            <@change do="withdraw" credential=one.id><button type="submit" class="pf-v5-c-button pf-m-link pf-m-inline" aria-describedby="twostep-offer-${one?index}">${msg("twostepOfficeWithdraw")}</button></@change>
                        </#if>
                    </div>
                </li>
            </#list>
        </ul>
    </#if>
</section>
