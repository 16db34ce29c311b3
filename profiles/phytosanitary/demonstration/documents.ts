/** Two certificates as another system would send them, in UN/CEFACT XML. Everything in them is invented. */
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
    <ram:IssueDateTime><udt:DateTimeString>${facts.date}T10:15:00+04:00</udt:DateTimeString></ram:IssueDateTime>
    <ram:IssuerSPSParty><ram:Name>Azərbaycan Respublikasının Qida Təhlükəsizliyi Agentliyi</ram:Name></ram:IssuerSPSParty>
    <ram:SignatorySPSAuthentication>
      <ram:ActualDateTime><udt:DateTimeString>${facts.date}T10:15:00+04:00</udt:DateTimeString></ram:ActualDateTime>
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

export const tomatoesByRoad = certificate({
  number: 'AZ-PC-2026-110001',
  date: '2026-11-09',
  place: 'Şəmkir',
  consignor: party('Şəmkir Nümunə İstixana MMC', 'İstixana küçəsi 5', 'Şəmkir, Azərbaycan'),
  consignee: party('ООО «Образец-Овощи»', 'Тепличная улица, 2', 'Москва, Россия'),
  entry: 'Яраг-Казмаляр',
  carriage:
    '<ram:ID>10-XX-042</ram:ID><ram:ModeCode>3</ram:ModeCode><ram:UsedSPSTransportMeans><ram:Name>Yük avtomobili</ram:Name></ram:UsedSPSTransportMeans>',
  seal: 'AZ0012',
  line: `        <ram:Description languageID="az">Təzə pomidor</ram:Description>
        <ram:Description languageID="ru">Томаты свежие</ram:Description>
        <ram:CommonName languageID="ru">Томат</ram:CommonName>
        <ram:ScientificName languageID="la">Solanum lycopersicum</ram:ScientificName>
        <ram:ProductionBatchID>SMK-2026-1108</ram:ProductionBatchID>
        <ram:IntendedUse languageID="ru">Потребление</ram:IntendedUse>
        <ram:NetWeightMeasure unitCode="KGM">18000</ram:NetWeightMeasure>
        <ram:GrossWeightMeasure unitCode="KGM">19200</ram:GrossWeightMeasure>
        <ram:AdditionalInformationSPSNote><ram:Subject>ADTLIL</ram:Subject><ram:Content languageID="ru">Партия свободна от Tuta absoluta и вируса коричневой морщинистости плодов томата</ram:Content></ram:AdditionalInformationSPSNote>
        <ram:AdditionalInformationSPSNote><ram:Subject>ADDITLIL</ram:Subject><ram:Content>2026-11-08</ram:Content></ram:AdditionalInformationSPSNote>
        <ram:AdditionalInformationSPSNote><ram:Subject>DMTLIL</ram:Subject><ram:Content>SMK-2026-1108</ram:Content></ram:AdditionalInformationSPSNote>
        <ram:ApplicableSPSClassification><ram:SystemName>HS</ram:SystemName><ram:ClassCode>070200</ram:ClassCode></ram:ApplicableSPSClassification>
        <ram:ApplicableSPSClassification><ram:SystemName>IPPCPCVP</ram:SystemName><ram:ClassName languageID="en">Fruits</ram:ClassName></ram:ApplicableSPSClassification>
        <ram:ApplicableSPSClassification><ram:SystemName>IPPCPCC</ram:SystemName><ram:ClassName languageID="en">Fresh</ram:ClassName></ram:ApplicableSPSClassification>
        <ram:PhysicalSPSPackage><ram:LevelCode>1</ram:LevelCode><ram:TypeCode>BX</ram:TypeCode><ram:ItemQuantity>3000</ram:ItemQuantity></ram:PhysicalSPSPackage>
        <ram:OriginSPSCountry><ram:ID>AZ</ram:ID><ram:SubordinateSPSCountrySubDivision><ram:Name languageID="az">Şəmkir rayonu</ram:Name><ram:ActivityAuthorizedSPSParty><ram:ID>AZ-GH-0042</ram:ID><ram:Name>Nümunə istixanası</ram:Name></ram:ActivityAuthorizedSPSParty></ram:SubordinateSPSCountrySubDivision></ram:OriginSPSCountry>`,
});

export const applesByRail = certificate({
  number: 'AZ-PC-2026-110002',
  date: '2026-11-10',
  place: 'Quba',
  consignor: party('Quba Nümunə Bağları MMC', 'Alma küçəsi 8', 'Quba, Azərbaycan'),
  consignee: party('ООО «Образец-Опт»', 'Вокзальная улица, 15', 'Санкт-Петербург, Россия'),
  entry: 'Самур',
  carriage:
    '<ram:ID>91860344</ram:ID><ram:ModeCode>2</ram:ModeCode><ram:UsedSPSTransportMeans><ram:Name>Refrijerator vaqon</ram:Name></ram:UsedSPSTransportMeans>',
  seal: 'AZ0020',
  line: `        <ram:Description languageID="az">Təzə alma</ram:Description>
        <ram:Description languageID="ru">Яблоки свежие</ram:Description>
        <ram:CommonName languageID="ru">Яблоня домашняя</ram:CommonName>
        <ram:ScientificName languageID="la">Malus domestica</ram:ScientificName>
        <ram:ProductionBatchID>QUB-2026-31</ram:ProductionBatchID>
        <ram:NetWeightMeasure unitCode="TNE">42.5</ram:NetWeightMeasure>
        <ram:GrossWeightMeasure unitCode="TNE">45.1</ram:GrossWeightMeasure>
        <ram:AdditionalInformationSPSNote><ram:Subject>ADTLIL</ram:Subject><ram:Content languageID="ru">Партия свободна от Grapholita molesta</ram:Content></ram:AdditionalInformationSPSNote>
        <ram:AdditionalInformationSPSNote><ram:Subject>ADDITLIL</ram:Subject><ram:Content>2026-11-09</ram:Content></ram:AdditionalInformationSPSNote>
        <ram:ApplicableSPSClassification><ram:SystemName>HS</ram:SystemName><ram:ClassCode>080810</ram:ClassCode></ram:ApplicableSPSClassification>
        <ram:PhysicalSPSPackage><ram:LevelCode>1</ram:LevelCode><ram:TypeCode>CR</ram:TypeCode><ram:ItemQuantity>2400</ram:ItemQuantity></ram:PhysicalSPSPackage>
        <ram:OriginSPSCountry><ram:ID>AZ</ram:ID><ram:SubordinateSPSCountrySubDivision><ram:Name languageID="az">Quba rayonu</ram:Name><ram:ActivityAuthorizedSPSParty><ram:ID>AZ-OR-0105</ram:ID><ram:Name>Nümunə Quba bağı</ram:Name></ram:ActivityAuthorizedSPSParty></ram:SubordinateSPSCountrySubDivision></ram:OriginSPSCountry>`,
});
