package dev.twostep.keycloak.store;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Hands Keycloak our tables and the changelog that makes them. */
final class TwostepEntityProvider implements JpaEntityProvider {

  @Override
  public List<Class<?>> getEntities() {
    return List.of(
        AccountEntity.class,
        AppPasswordEntity.class,
        ContactEntity.class,
        ChallengeEntity.class,
        LetterEntity.class,
        MessageEntity.class,
        StepEntity.class,
        PassUseEntity.class,
        GraceEntity.class,
        NumberEntity.class,
        NewsEntity.class,
        NoticeEntity.class,
        TallyEntity.class,
        BlockEntity.class,
        CostEntity.class,
        AlertEntity.class,
        DeviceEntity.class,
        OfficeEntity.class,
        OfficeDeviceEntity.class,
        OfficeInviteEntity.class,
        OfficeAccountEntity.class,
        OfficeOfferEntity.class,
        OfficeManagerEntity.class,
        OfficeStepEntity.class,
        OfficeUseEntity.class,
        OfficeImportEntity.class,
        OfficeImportErrorEntity.class,
        PortalEntity.class,
        PortalIntakeEntity.class,
        PortalLeaseEntity.class,
        PortalRobotEntity.class);
  }

  @Override
  public String getChangelogLocation() {
    return "META-INF/twostep-changelog.xml";
  }

  @Override
  public String getFactoryId() {
    return TwostepEntityProviderFactory.ID;
  }

  @Override
  public void close() {}
}
