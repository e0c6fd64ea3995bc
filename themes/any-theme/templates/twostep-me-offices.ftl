<#-- The office that opens this account, and those that ask to; included by twostep-me.ftl, whose macros it uses. -->
<#assign offices = (twostep.offices)!{"member": "", "offers": [], "openings": [], "managed": []}>
<#if offices.member?has_content || offices.offers?has_content || offices.openings?has_content>
    <section aria-labelledby="twostep-offices" class="pf-v5-u-mb-lg">
        <@parts.heading id="twostep-offices" title="twostepMeOffice"/>
        <#if offices.member?has_content>
            <p class="pf-v5-u-mb-sm">${msg("twostepMeOfficeMember")} <strong id="twostep-member"><bdi>${offices.member}</bdi></strong></p>
            <p class="pf-v5-u-mb-sm">${msg(offices.ownFactors?then("twostepMeOfficeBoth", "twostepMeOfficeOnly"))}</p>
        </#if>
        <#list offices.offers as one>
            <div class="pf-v5-u-mb-md" data-office-offer="${one.id}">
                <h3 id="twostep-office-offer-${one?index}" class="pf-v5-u-font-weight-bold pf-v5-u-text-break-word"><bdi>${one.office}</bdi></h3>
                <p>${msg("twostepMeOfficeOffer")}</p>
                <p class="pf-v5-u-font-size-sm pf-v5-u-color-200">${msg("twostepOfficeOffered", one.since)}</p>
                <#if !offices.fresh><p class="pf-v5-u-mt-sm">${msg("twostepMeOfficeConfirm")}</p></#if>
                <div class="pf-v5-l-flex pf-v5-u-mt-sm">
                    <#if offices.fresh>
                        <@change do="office-accept" credential=one.id><button type="submit" aria-describedby="twostep-office-offer-${one?index}" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!}">${msg("twostepMeOfficeAccept")}</button></@change>
                    <#else>
                        <a href="${offices.confirm}" data-confirm class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!}">${msg("twostepOfficeConfirm")}</a>
                    </#if>
                    <@change do="office-decline" credential=one.id><button type="submit" aria-describedby="twostep-office-offer-${one?index}" class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!}">${msg("twostepMeOfficeDecline")}</button></@change>
                </div>
            </div>
        </#list>
        <#if offices.openings?has_content>
            <h3 class="pf-v5-c-title pf-m-md pf-v5-u-mb-sm">${msg("twostepMeOfficeOpenings")}</h3>
            <ul class="pf-v5-c-data-list pf-m-compact" role="list">
                <#list offices.openings as one>
                    <li class="pf-v5-c-data-list__item pf-v5-u-display-flex pf-v5-u-flex-direction-row pf-v5-u-py-md" data-opening>
                        <div class="pf-v5-u-flex-grow-1">
                            <p class="pf-v5-u-text-break-word"><strong><bdi>${one.device}</bdi></strong></p>
                            <p class="pf-v5-u-font-size-sm pf-v5-u-color-200 pf-v5-u-text-break-word">${one.at} · <bdi>${one.client}</bdi></p>
                        </div>
                    </li>
                </#list>
            </ul>
        </#if>
    </section>
</#if>
<#if offices.managed?has_content>
    <section aria-labelledby="twostep-managed" class="pf-v5-u-mb-lg">
        <@parts.heading id="twostep-managed" title="twostepOfficesTitle"/>
        <ul class="pf-v5-c-list"><#list offices.managed as one><li><a data-office href="${one.link}"><bdi>${one.name}</bdi></a></li></#list></ul>
    </section>
</#if>
