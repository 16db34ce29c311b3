/** Registers of growers, admissions, suspensions and requirements: who states them, and what their keys are. */
import type { Text } from '../../kernel/finding.ts';
import type { RegisterDeclaration } from '../../kernel/profile.ts';
import { exportingPart, growerPart, importingPart, productPart, seasonPart } from './ledgers/parts.ts';
import {
  admissionRegister,
  growerRegister,
  requirementRegister,
  suspensionRegister,
  taxNumberRegister,
} from './registers.ts';

const siteOrGrower: Text = { az: 'İstehsalçı və ya sahə', ru: 'Производитель или участок', en: 'Grower or site' };

function declare(title: Text, parts: readonly Text[]): RegisterDeclaration {
  return { title, owner: 'nppo', parts };
}

export const registerDeclarations: Readonly<Record<string, RegisterDeclaration>> = {
  [growerRegister]: declare(
    { az: 'İstehsalçılar və sahələr', ru: 'Производители и участки', en: 'Growers and sites' },
    [exportingPart, siteOrGrower],
  ),
  [taxNumberRegister]: declare(
    { az: 'İstehsalçıların vergi nömrələri', ru: 'Налоговые номера производителей', en: 'Tax numbers of growers' },
    [
      exportingPart,
      { az: 'Vergi nömrəsinin ölkəsi', ru: 'Страна налогового номера', en: 'Country of the tax number' },
      { az: 'Vergi nömrəsi', ru: 'Налоговый номер', en: 'Tax number' },
    ],
  ),
  [admissionRegister]: declare(
    { az: 'İdxala buraxılmış istehsalçılar', ru: 'Допущенные производители', en: 'Admitted growers' },
    [importingPart, exportingPart, growerPart, productPart, seasonPart],
  ),
  [suspensionRegister]: declare(
    { az: 'İdxalın dayandırılması', ru: 'Приостановления ввоза', en: 'Suspensions of imports' },
    [
      importingPart,
      exportingPart,
      siteOrGrower,
      productPart,
      { az: 'Zərərli orqanizm (EPPO kodu)', ru: 'Вредный организм (код EPPO)', en: 'Pest (EPPO code)' },
      { az: 'İmzalanma vaxtı (UTC)', ru: 'Время подписания (UTC)', en: 'Time of signing (UTC)' },
    ],
  ),
  [requirementRegister]: declare({ az: 'İdxal tələbləri', ru: 'Требования к ввозу', en: 'Import requirements' }, [
    importingPart,
    { az: 'İxrac edən ölkə', ru: 'Страна экспорта', en: 'Exporting country' },
    productPart,
    { az: 'Tələbin nömrəsi', ru: 'Номер требования', en: 'Number of the requirement' },
    { az: 'İlk gün', ru: 'Первый день', en: 'First day' },
  ]),
};
