/** A certificate as another system would send it, in UN/CEFACT XML. Everything in it is invented. */
import type { Told } from '../../../kernel/demonstration.ts';

interface Facts {
  readonly number: string;
  readonly date: string;
  readonly place: string;
  readonly consignor: string;
  readonly consignee: string;
  readonly entry: string;
  readonly carriage: string;
  readonly seal: string;
  readonly line: string;
}

function certificate(facts: Facts): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:SPSCertificate xmlns:rsm="urn:un:unece:uncefact:data:standard:SPSCertificate:17"
    xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:21"
    xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:21">
  <rsm:SPSExchangedDocument>
    <ram:ID>${facts.number}</ram:ID>
    <ram:TypeCode>851</ram:TypeCode>
    <ram:StatusCode>70</ram:StatusCode>
    <ram:IssueDateTime><udt:DateTimeString>${facts.date}</udt:DateTimeString></ram:IssueDateTime>
    <ram:IssuerSPSParty><ram:Name>Azərbaycan Respublikasının Qida Təhlükəsizliyi Agentliyi</ram:Name></ram:IssuerSPSParty>
    <ram:SignatorySPSAuthentication>
      <ram:ActualDateTime><udt:DateTimeString>${facts.date}</udt:DateTimeString></ram:ActualDateTime>
      <ram:IssueSPSLocation><ram:Name languageID="az">${facts.place}</ram:Name></ram:IssueSPSLocation>
      <ram:ProviderSPSParty><ram:SpecifiedSPSPerson><ram:Name>A. Nümunəyev</ram:Name></ram:SpecifiedSPSPerson></ram:ProviderSPSParty>
      <ram:IncludedSPSClause><ram:ID>1</ram:ID></ram:IncludedSPSClause>
    </ram:SignatorySPSAuthentication>
  </rsm:SPSExchangedDocument>
  <rsm:SPSConsignment>
    <ram:ConsignorSPSParty>${facts.consignor}</ram:ConsignorSPSParty>
    <ram:ConsigneeSPSParty>${facts.consignee}</ram:ConsigneeSPSParty>
    <ram:ExportSPSCountry><ram:ID>AZ</ram:ID></ram:ExportSPSCountry>
    <ram:ImportSPSCountry><ram:ID>RU</ram:ID></ram:ImportSPSCountry>
    <ram:UnloadingBaseportSPSLocation><ram:Name languageID="ru">${facts.entry}</ram:Name></ram:UnloadingBaseportSPSLocation>
    <ram:ExaminationSPSEvent><ram:OccurrenceSPSLocation><ram:Name>NULL</ram:Name></ram:OccurrenceSPSLocation></ram:ExaminationSPSEvent>
    <ram:MainCarriageSPSTransportMovement>${facts.carriage}</ram:MainCarriageSPSTransportMovement>
    <ram:UtilizedSPSTransportEquipment><ram:AffixedSPSSeal><ram:ID>${facts.seal}</ram:ID></ram:AffixedSPSSeal></ram:UtilizedSPSTransportEquipment>
    <ram:IncludedSPSConsignmentItem>
      <ram:IncludedSPSTradeLineItem>
        <ram:SequenceNumeric>1</ram:SequenceNumeric>
${facts.line}
      </ram:IncludedSPSTradeLineItem>
    </ram:IncludedSPSConsignmentItem>
  </rsm:SPSConsignment>
</rsm:SPSCertificate>
`;
}

const party = (name: string, street: string, town: string): string =>
  `<ram:Name>${name}</ram:Name><ram:SpecifiedSPSAddress><ram:LineOne>${street}</ram:LineOne><ram:LineTwo>${town}</ram:LineTwo></ram:SpecifiedSPSAddress>`;

export const persimmonsByRoad = (told: Told): string =>
  certificate({
    number: 'AZ-PC-DEMO-0005',
    date: told.time(-6),
    place: 'Balakən',
    consignor: party('Balakən Nümunə MMC', 'Bağ küçəsi 4', 'Balakən, Azərbaycan'),
    consignee: party('ООО «Образец-Фрукт»', 'Складской проезд, 7', 'Москва, Россия'),
    entry: 'Яраг-Казмаляр',
    carriage:
      '<ram:ID>10-XX-210</ram:ID><ram:ModeCode>3</ram:ModeCode><ram:UsedSPSTransportMeans><ram:Name>Yük avtomobili</ram:Name></ram:UsedSPSTransportMeans>',
    seal: 'AZ0031',
    line: `        <ram:Description languageID="az">Təzə xurma</ram:Description>
        <ram:Description languageID="ru">Хурма свежая</ram:Description>
        <ram:CommonName languageID="az">Şərq xurması</ram:CommonName>
        <ram:CommonName languageID="ru">Хурма восточная</ram:CommonName>
        <ram:ScientificName languageID="la">Diospyros kaki</ram:ScientificName>
        <ram:ProductionBatchID>BLK-12</ram:ProductionBatchID>
        <ram:IntendedUse languageID="az">İstehlak</ram:IntendedUse>
        <ram:IntendedUse languageID="ru">Потребление</ram:IntendedUse>
        <ram:NetWeightMeasure unitCode="KGM">19200</ram:NetWeightMeasure>
        <ram:GrossWeightMeasure unitCode="KGM">20480</ram:GrossWeightMeasure>
        <ram:AdditionalInformationSPSNote><ram:Subject>ADDITLIL</ram:Subject><ram:Content>${told.day(-7)}</ram:Content></ram:AdditionalInformationSPSNote>
        <ram:AdditionalInformationSPSNote><ram:Subject>DMTLIL</ram:Subject><ram:Content>BLK-12</ram:Content></ram:AdditionalInformationSPSNote>
        <ram:ApplicableSPSClassification><ram:SystemName>HS</ram:SystemName><ram:ClassCode>081070</ram:ClassCode></ram:ApplicableSPSClassification>
        <ram:ApplicableSPSClassification><ram:SystemName>EPPO</ram:SystemName><ram:ClassCode>DOSKA</ram:ClassCode></ram:ApplicableSPSClassification>
        <ram:ApplicableSPSClassification><ram:SystemName>IPPCPCVP</ram:SystemName><ram:ClassName languageID="az">Meyvələr</ram:ClassName><ram:ClassName languageID="ru">Плоды</ram:ClassName><ram:ClassName languageID="en">Fruits</ram:ClassName></ram:ApplicableSPSClassification>
        <ram:ApplicableSPSClassification><ram:SystemName>IPPCPCC</ram:SystemName><ram:ClassName languageID="az">Təzə</ram:ClassName><ram:ClassName languageID="ru">Свежие</ram:ClassName><ram:ClassName languageID="en">Fresh</ram:ClassName></ram:ApplicableSPSClassification>
        <ram:PhysicalSPSPackage><ram:LevelCode>1</ram:LevelCode><ram:TypeCode>BX</ram:TypeCode><ram:ItemQuantity>1600</ram:ItemQuantity></ram:PhysicalSPSPackage>
        <ram:OriginSPSCountry><ram:ID>AZ</ram:ID><ram:SubordinateSPSCountrySubDivision><ram:Name languageID="az">Balakən rayonu</ram:Name><ram:ActivityAuthorizedSPSParty><ram:ID>AZ-OR-0311</ram:ID><ram:Name>Nümunə Bağ kooperativi</ram:Name></ram:ActivityAuthorizedSPSParty></ram:SubordinateSPSCountrySubDivision></ram:OriginSPSCountry>`,
  });
