import type { RefusalCode } from '../refusal.ts';

/** Azerbaijani sentences. Marks stand only inside round brackets, in parts parted by `; `, so that each can fall away. */
export const az: Readonly<Record<RefusalCode, string>> = {
  'input.too-large': 'Məlumatın həcmi həddindən artıq böyükdür (hədd: {limit}). Həcmi azaldıb yenidən göndərin.',
  'input.too-deep':
    'Məlumatda iç-içə səviyyələr həddindən artıqdır (hədd: {limit}). Quruluşu sadələşdirib yenidən göndərin.',
  'input.not-utf8': 'Mətn UTF-8 kodlaşdırmasında deyil. Mətni UTF-8 ilə saxlayıb yenidən göndərin.',
  'input.not-json': 'Məlumat düzgün JSON deyil. Faylı və ya onu göndərən proqramı yoxlayın.',
  'input.not-canonical': 'Məlumat yeganə icazə verilən formada yazılmayıb. Onu göndərən proqram düzəldilməlidir.',
  'input.bad-base64':
    'Kodlaşdırılmış məlumat zədələnib və ya düzgün base64url deyil. Mənbəni yoxlayıb yenidən göndərin.',
  'input.unknown-member':
    'Məlumatda nəzərdə tutulmayan sahə var ({name}). Sahəni silin və ya adının yazılışını yoxlayın.',
  'input.missing-member': 'Məcburi sahə yoxdur ({name}). Sahəni doldurub yenidən cəhd edin.',
  'input.bad-value':
    'Sahənin dəyəri qəbul edilmir (sahə: {name}; gözlənilən: {expected}). Dəyəri düzəldib yenidən cəhd edin.',

  'record.malformed': 'Bu, gözlənilən formada imzalanmış qeyd deyil. Qeydi onu verən qurumdan yenidən istəyin.',
  'record.bad-header': 'Qeydin texniki başlığı qəbul edilmir. Qeydi verən qurumu məlumatlandırın.',
  'record.bad-payload': 'Qeydin məzmunu tələb olunan formaya uyğun deyil. Qeydi verən qurumu məlumatlandırın.',
  'record.unsupported-algorithm':
    'Qeydin imza alqoritmi burada dəstəklənmir ({name}). Qeydi verən qurumdan dəstəklənən alqoritmi tətbiq etməsini xahiş edin.',
  'record.non-canonical-signature':
    'İmza yeganə icazə verilən formada yazılmayıb, buna görə qeyd qəbul edilmir. Qeydi verən qurumu məlumatlandırın.',
  'record.bad-signature':
    'İmza qeydə uyğun gəlmir, qeyd dəyişdirilmiş ola bilər. Ona əsaslanmayın və qeydi verən quruma müraciət edin.',
  'record.unknown-type':
    'Qeydin bu növü və ya versiyası burada tanınmır ({name}; {type}; {number}). Serverin yenilənməsi barədə inzibatçıya müraciət edin.',
  'record.bad-claims': 'Qeyddəki məlumat natamam və ya yanlışdır. Göstərilən sahələri düzəldin.',
  'record.not-entitled':
    'Qurumun bu növ qeydlər üzrə səlahiyyəti yoxdur ({institution}; tələb olunan funksiya: {function}). Etimad siyahısını yoxlayın.',
  'record.wrong-recipients':
    'Göstərilən alıcılar bu növ qeyd üçün nəzərdə tutulmayıb ({institution}; gözlənilən: {expected}). Alıcıları yenidən seçin.',
  'record.not-addressed-here':
    'Qeyd başqa quruma ünvanlanıb və burada qəbul edilə bilməz. Onu qeyddə göstərilən alıcıya göndərin.',
  'record.time-decreases':
    'Göstərilən vaxt bu kanaldakı əvvəlki qeydin vaxtından əvvəldir. Qeydi verən serverin saatını yoxlayın.',
  'record.time-ahead': 'Qeyddə göstərilən vaxt hələ çatmayıb. Hər iki serverin saatını yoxlayın.',
  'record.time-before-basis':
    'Qeyddə göstərilən vaxt onun əsaslandığı məlumatın vaxtından əvvəldir. Qeydi verən serverin saatını yoxlayın.',
  'record.annex-missing': 'Qeyddə göstərilən əlavə yoxdur ({name}). Onu əlavə edin və ya qeydi verən qurumdan istəyin.',
  'record.annex-mismatch':
    'Əlavə qeyddə göstəriləndən fərqlidir ({name}). Əlavənin əslini qeydi verən qurumdan istəyin.',
  'record.unknown-id':
    'Burada bu identifikatorla qeyd yoxdur. İdentifikatoru yoxlayın və ya qeydi verən quruma müraciət edin.',

  'trust.malformed': 'Etimad siyahısı gözlənilən formada deyil. Onu səlahiyyətli orqandan yenidən alın.',
  'trust.bad-signature':
    'Etimad siyahısının imzası etibarsızdır. Siyahıdan istifadə etməyin, onu səlahiyyətli orqandan yenidən alın.',
  'trust.wrong-corridor':
    'Etimad siyahısı başqa dəhlizə aiddir ({name}; gözlənilən: {expected}; alınan: {found}). Bu dəhlizin siyahısını alın.',
  'trust.wrong-country':
    'Etimad siyahısının bu hissəsi başqa ölkəyə aiddir (gözlənilən: {expected}; alınan: {found}). Lazım olan hissəni alın.',
  'trust.foreign-institution':
    'Etimad siyahısının milli hissəsində başqa ölkənin qurumu göstərilib ({institution}). Hər hissədə yalnız öz ölkəsinin qurumları göstərilə bilər.',
  'trust.rollback':
    'Bu etimad siyahısı artıq mövcud olandan köhnədir (mövcud: {held}; alınan: {number}). Ən son siyahını alın.',
  'trust.conflict':
    'İki fərqli etimad siyahısı eyni nömrəni daşıyır ({part}; {number}). Yenisindən istifadə etməyin, səlahiyyətli orqanı məlumatlandırın.',
  'trust.gap':
    'Aralıq etimad siyahısı çatışmır ({part}; gözlənilən: {expected}; alınan: {number}). Əvvəlcə çatışmayan nömrələri alın.',
  'trust.stale':
    'Etimad siyahısının yenilənmə vaxtı keçib ({part}; {number}), hazırkı etibarlılıq təsdiq edilə bilməz. Ən son siyahını alın.',
  'trust.unknown-institution':
    'Qurum etimad siyahısında yoxdur ({institution}). Qurumun adını yoxlayın və ya ən son siyahını alın.',
  'trust.unknown-key':
    'Açar etimad siyahısında yoxdur ({institution}; {kid}). Ən son siyahını alın və ya quruma müraciət edin.',
  'trust.key-not-valid-then':
    'Açar imzalanma vaxtında qüvvədə olmayıb ({institution}; {kid}). Qurumdan qeydi yenidən verməsini xahiş edin.',
  'trust.key-revoked':
    'Açar ləğv edilib ({institution}; {kid}), imzanın bundan əvvəl qoyulduğu sübut olunmur. Qurumdan qüvvədə olan açarla imzalamasını xahiş edin.',
  'trust.wrong-key-use':
    'Açar siyahıda başqa məqsəd üçün göstərilib ({institution}; {kid}). Qurumdan bu məqsəd üçün nəzərdə tutulan açarı tətbiq etməsini xahiş edin.',
  'trust.demonstration-mixed':
    'Nümayiş məlumatı ilə real məlumat qarışdırıla bilməz. Etimad siyahısı və məlumat qovluğu eyni növdən olmalıdır.',
  'trust.version-decreases':
    'Qeyddə əvvəlki qeyddəkindən köhnə etimad siyahısı və ya tələblər göstərilib. Qeydi verən qurumu məlumatlandırın.',

  'log.malformed-note':
    'Jurnalın imzalanmış bildirişi gözlənilən formada deyil. Onu yenidən istəyin və ya inzibatçını məlumatlandırın.',
  'log.malformed-checkpoint':
    'Jurnalın nəzarət nöqtəsi gözlənilən formada deyil. Onu yenidən istəyin və ya inzibatçını məlumatlandırın.',
  'log.wrong-origin':
    'Jurnalın nəzarət nöqtəsi başqa kanala aiddir (alınan: {origin}). Bu kanalın nəzarət nöqtəsini istəyin.',
  'log.bad-signature':
    'Jurnalın nəzarət nöqtəsinin imzası etibarsızdır ({name}). Ona əsaslanmayın və jurnalı aparan quruma müraciət edin.',
  'log.bad-cosignature':
    'Alıcının təsdiqləyici imzası etibarsızdır ({name}), qeydin alınması sübut olunmur. Alıcı quruma müraciət edin.',
  'log.no-cosignature':
    'Jurnalın nəzarət nöqtəsində alıcının təsdiqləyici imzası yoxdur ({name}), alınma sübut olunmur. Alıcı quruma müraciət edin.',
  'log.malformed-key': 'Jurnalın açarı gözlənilən formada yazılmayıb. Onu jurnalı aparan qurumdan yenidən alın.',
  'log.no-misconduct':
    'Təqdim edilən sübut jurnalda pozuntu olduğunu göstərmir. Hansı faylların təqdim edildiyini yoxlayın.',
  'log.malformed-tile': 'Jurnalın bir hissəsi zədələnib və ya natamamdır. Onu yenidən istəyin.',
  'log.malformed-bundle': 'Jurnal yazılarının bir dəsti zədələnib və ya natamamdır. Onu yenidən istəyin.',
  'log.malformed-proof': 'Sübut gözlənilən formada deyil. Onu yenidən istəyin.',
  'log.bad-inclusion': 'Sübut qeydin jurnalda olduğunu göstərmir. Sübutu qeydi verən qurumdan yenidən istəyin.',
  'log.bad-consistency':
    'Jurnal əvvəlki vəziyyətinin davamı deyil və yenidən yazılmış ola bilər. Hər iki vəziyyəti sübut kimi saxlayın və inzibatçını məlumatlandırın.',
  'log.index-out-of-range':
    'Jurnalda bu nömrəli yazı yoxdur (nömrə: {index}; yazıların sayı: {size}). Nömrəni yoxlayın.',

  'exchange.not-next':
    'Yazılar sonuncu alınmış yazının davamı deyil (gözlənilən: {expected}; alınan: {found}). Gözlənilən nömrədən başlayaraq göndərin.',
  'exchange.shrinks':
    'Kanal əvvəlkindən qısadır (əvvəl: {expected}; indi: {found}). Hər iki qurumun inzibatçılarını məlumatlandırın.',
  'exchange.forked':
    'Eyni kanalın iki fərqli tarixçəsi göstərilib. Hər ikisini sübut kimi saxlayın və hər iki qurumu məlumatlandırın.',
  'exchange.root-mismatch':
    'Yazılar kanalın göstərilən yoxlama cəminə uyğun gəlmir. Onları yenidən göndərin və ya inzibatçını məlumatlandırın.',
  'exchange.unknown-channel': 'Burada belə kanal yoxdur ({name}). Etimad siyahısında hər iki qurumun adını yoxlayın.',
  'exchange.generation-closed': 'Kanalın bu nəsli bağlanıb. Cari nəsildən istifadə edin.',
  'exchange.generation-not-accepted':
    'Alıcı kanalın yeni nəslini hələ qəbul etməyib. Gözləyin və ya alıcı quruma müraciət edin.',
  'exchange.bad-opening': 'Kanalın yeni nəslinin açılış yazısı etibarsızdır. Göndərən qurumu məlumatlandırın.',
  'exchange.too-many': 'Göndərişdə həddindən artıq yazı var (hədd: {limit}). Onları daha kiçik hissələrlə göndərin.',

  'basis.missing-channel':
    'Qeyddə onu verən qurumun lazımi kanal üzrə nə aldığı göstərilməyib ({name}). Qeydi verən qurumu məlumatlandırın.',
  'basis.shrinks':
    'Qeyd kanalın əvvəlki qeyddəkindən köhnə vəziyyətinə əsaslanır ({name}). Qeydi verən qurumu məlumatlandırın.',
  'basis.below-cosigned':
    'Qeyd kanalın onu verən qurumun təsdiq etdiyindən köhnə vəziyyətinə əsaslanır ({name}; göstərilən: {size}; təsdiq edilən: {expected}). Qeydi verən qurumu məlumatlandırın.',
  'basis.unknown-size':
    'Qeyd kanalın burada mövcud olmayan vəziyyətinə əsaslanır ({name}). Çatışmayan yazıların gəlməsini gözləyin.',
  'basis.root-mismatch':
    'Qeyddə kanalın buradakından fərqli tarixçəsi göstərilib ({name}). Hər ikisini sübut kimi saxlayın və inzibatçını məlumatlandırın.',
  'basis.feigned-ignorance':
    'Qeyddə onu verən qurumun aldığı sübut olunan və ya özünün verdiyi məlumat nəzərə alınmayıb ({name}). Qeyd bu məlumat nəzərə alınmaqla yenidən verilməlidir.',

  'state.out-of-turn':
    'Qeydin hazırkı vəziyyətində bu addım mümkün deyil. Qeydi yenidən açın və icazə verilən addımı seçin.',
  'state.unknown-subject':
    'İstinad edilən qeyd burada yoxdur. İstinadı yoxlayın və ya həmin qeydin gəlməsini gözləyin.',
  'state.not-a-party':
    'Qurum qeydi verən və ya alan tərəf deyil və onunla bağlı addım ata bilməz. Hansı qeydin nəzərdə tutulduğunu yoxlayın.',
  'register.not-owner': 'Bu reyestr yazısını yalnız ona cavabdeh olan qurum dəyişə bilər. Həmin quruma müraciət edin.',
  'ledger.not-debiter': 'Qurum bu hesabdan miqdar silə bilməz. Buna səlahiyyəti olan quruma müraciət edin.',
  'ledger.not-creditor': 'Qurum bu hesaba miqdar əlavə edə bilməz. Buna səlahiyyəti olan quruma müraciət edin.',
  'ledger.insufficient':
    'Hesabda qalan miqdar kifayət etmir (hesab: {account}; mövcud: {available} {unit}; tələb olunan: {asked} {unit}). Miqdarı azaldın.',
  'ledger.frozen': 'Hesab dondurulub. Digər qurumun hesablaşma qeydini gözləyin.',
  'ledger.unknown-account': 'Bu məlumata uyğun hesab yoxdur. Məlumatı yoxlayın və ya hesabı açan qeydi gözləyin.',
  'ledger.bad-unit':
    'Ölçü vahidi hesabın vahidindən fərqlidir (gözlənilən: {expected}; alınan: {unit}). Vahidi düzəldin.',
  'ledger.bad-amount':
    'Miqdar qəbul edilmir ({amount}). Vergüldən sonrakı rəqəmlərinin sayı icazə veriləndən çox olmayan müsbət ədəd daxil edin.',
  'rule.broken': 'Qeyd öz növü üçün razılaşdırılmış qaydanı pozur ({name}). Göstərilən sahələri düzəldin.',
  'approval.bad-assertion':
    'Vəzifəli şəxsin təsdiqi yoxlamadan keçmədi. Qeydi yenidən təsdiqləyin; alınmış qeyd barədə onu verən quruma bildirin.',
  'approval.unknown-officer':
    'Vəzifəli şəxsin açarı qeydiyyatda deyil və ya belə təsdiq üçün nəzərdə tutulmayıb. Açarı qeydiyyata alın, yaxud başqa vəzifəli şəxsə müraciət edin.',
  'approval.changed':
    'Qeydin əsaslandığı məlumatlar o hazırlanandan sonra dəyişdiyi üçün heç nə imzalanmadı. Qeydi yenidən nəzərdən keçirin və təsdiqləyin.',
  'approval.expired': 'Qeyd artıq təsdiq gözləmir. Onu yenidən hazırlayın və beş dəqiqə ərzində təsdiqləyin.',
  'approval.second-person':
    'Belə qeydi iki ayrı şəxs təsdiqləyir. İkinci təsdiq üçün imza səlahiyyəti olan əməkdaşa müraciət edin.',
  'approval.not-enrolled':
    'Bu qurumda təsdiqlər üçün qeydiyyata alınmış açarınız yoxdur. Giriş açarı əlavə edin və onun təsdiqlənməsini gözləyin.',

  'profile.invalid':
    'Profildə səhvlər var və o yüklənmədi ({profile}; {name}). Profilin tərtibatçısını məlumatlandırın.',
  'profile.precedence-missing':
    'Profildə kəsişən iki hadisədən hansının əvvəl qüvvəyə mindiyi göstərilməyib ({profile}; {type}; {event}). Tərtibatçını məlumatlandırın.',
  'profile.ledger-not-offered':
    'Profil heç bir yüklənmiş profilin təqdim etmədiyi uçot kitabına istinad edir ({profile}; {ledger}). Onu təqdim edən profili yükləyin.',
  'profile.unknown': 'Bu profil burada istifadə olunmur ({name}). İnzibatçıya müraciət edin.',

  'evidence.malformed': 'Sübut faylı zədələnib və ya gözlənilən formada deyil. Onu yenidən alın.',
  'evidence.wrong-record': 'Sübut faylı başqa qeydə aiddir. Bu qeydin sübut faylını alın.',
  'evidence.no-cosignature':
    'Sübut faylında alıcının təsdiqləyici imzası yoxdur, alınma və onun vaxtı sübut olunmur. Tam faylı alın.',
  'evidence.too-old': 'Sübut hazırkı vəziyyəti göstərmək üçün çox köhnədir. Daha yeni sübut faylı alın.',

  'selection.unknown':
    'Faylda adı çəkilən seçim üsulu burada yoxdur: onu elan edən modul quraşdırılmış proqramla yoxlayın.',
  'selection.wrong-secret':
    'Açıqlanan sirr öhdəlikdəki həşə uyğun deyil: fayl həmin dövrə aid deyil və ya sirr dəyişdirilib. Düzgün faylı tələb edin.',
  'selection.wrong-settings':
    'Açıqlanan parametrlər öhdəliyə uyğun deyil və ya oxunmur. Həmin dövrün parametrlərini tələb edin.',
  'selection.incomplete': 'Seçim faylında kanalın qeydləri tam və ya ardıcıl deyil. Tam faylı tələb edin.',
  'selection.outside-period': 'Nəzarət nöqtəsi {time} tarixində təsdiqlənib, bu isə öhdəliyin dövrünə uyğun gəlmir.',
  'selection.committed-late':
    'Göndərən qurum öhdəliyi seçimdən əvvəl aldığını təsdiqləməyib: {institution}, seçilmiş qeyd {count}.',
  'selection.not-chosen': 'Qeyd seçimə daxil edilməli idi, lakin faylda onun nəticəsi yoxdur.',
  'selection.not-to-be-chosen':
    'Faylda bu qeyd üçün seçim göstərilib, lakin o, seçimə aid deyil və ya yoxlamadan keçmir.',
  'selection.choice-differs': 'Yenidən hesablanan seçim fayldakından fərqlənir: {told} əvəzinə {found}.',
  'selection.first-differs': 'Təkrar göndərilən qeyd üçün ilk seçim əvvəlki dövrün faylına uyğun deyil.',
  'selection.not-ended':
    'Göstərilən qeyd əvvəlki seçimin əsasını bitirmir və ya göndərən onu bu qeyddən əvvəl təsdiqləməyib.',
  'selection.end-not-shown':
    'Göndərən göstərir ki, əvvəlki seçimin əsası bu qeyddən əvvəl bitmişdi: yeni seçim aparılmalı idi (qeyd {record}).',
  'selection.note-missing':
    'Faylda qurumun təsdiqlədiyi nəzarət nöqtəsi (ölçü {size}) yoxdur: seçim ondan asılı olmalı idi.',
  'selection.milder-stated':
    'Bu qeyd üçün qüvvədə olandan daha yüngül seçim göstərilib. Qüvvədə olanı göstərin və ya əvvəlcə qeydin səhifəsində səbəbini yazmaqla seçimi dəyişin.',
  'selection.reroute-missing':
    'Qüvvədə olandan daha sərt seçim göstərilib, lakin faylda bu dəyişiklik yoxdur (qeyd {record}).',
  'selection.not-decided':
    'Qərar kimi göstərilən qeyd bu qeydə aid qərar deyil və ya onunla göstərilən dəyişikliklərə uyğun gəlmir.',
  'selection.decision-not-shown': 'Göndərən bu qeyd üzrə faylda olmayan qərarı göstərir (qeyd {record}).',

  'paper.not-samur':
    'Bu, Samur kodu deyil. Sənəddə çap olunmuş kvadrat kodu oxudun və ya nömrəni və yoxlama kodunu daxil edin.',
  'paper.malformed':
    'Kod və ya fayl zədələnib, içindəkilərə etibar etmək olmaz. Daha yaxşı işıqda yenidən oxudun və ya nömrəni və yoxlama kodunu daxil edin.',
  'paper.unknown-dictionary':
    'Kod burada məlum olmayan lüğətlə sıxılıb ({id}). Bu səhifəni və ya proqramı yeniləyin, yaxud nömrəni və yoxlama kodunu daxil edin.',
  'paper.no-record':
    'PDF faylında imzalanmış qeyd yoxdur. Faylı verildiyi şəkildə istəyin və ya üzərində çap olunmuş kodu oxudun.',
  'paper.none': 'Bu növ qeydlər üçün çap forması nəzərdə tutulmayıb.',
  'paper.no-such-number':
    'Bu nömrə və bu yoxlama kodu ilə sənəd burada məlum deyil. Hər ikisini sənədlə işarə-işarə tutuşdurun.',
  'status.malformed':
    'Vəziyyət siyahısının forması düzgün deyil. Siyahıdan istifadə olunmadı; onu verən quruma müraciət edin.',
  'status.wrong-list': 'Bu, qeyddə göstərilən vəziyyət siyahısı deyil. Siyahıdan istifadə olunmadı.',
  'status.stale': 'Vəziyyət siyahısı köhnəlib ({time} tarixinədək qüvvədə idi). Əlaqə olduqda yenidən soruşun.',
  'request.unsigned': 'Sorğu imzalanmayıb. Göndərən serverdə sorğuların imzalanmasını qurun.',
  'request.bad-signature': 'Sorğunun imzası etibarsızdır. Göndərən serverin açarını və ünvanını yoxlayın.',
  'request.bad-digest': 'Sorğunun məzmunu göstərilən yoxlama cəminə uyğun gəlmir. Sorğunu yenidən göndərin.',
  'request.replayed': 'Bu sorğu artıq alınıb. Yeni sorğu imzalayıb göndərin.',
  'request.outside-window':
    'Sorğunun vaxtı icazə verilən aralıqdan kənardır (hədd: {limit} s). Hər iki serverin saatını yoxlayın.',
  'request.wrong-host':
    'Sorğu bu serverin xidmət göstərmədiyi ünvana göndərilib ({name}). İnzibatçının verdiyi ünvandan istifadə edin.',
  'request.forwarded': 'Server başqa server vasitəsilə ötürülən sorğuları qəbul etmir. Ona birbaşa qoşulun.',
  'request.not-found': 'Bu ünvanda heç nə tapılmadı. Ünvanı yoxlayın.',
  'request.method-not-allowed':
    'Bu ünvanda belə sorğu metodu qəbul edilmir (qəbul edilən: {expected}). Metodu dəyişin.',
  'request.unsupported-media-type':
    'Bu format burada qəbul edilmir (gözlənilən: {expected}; alınan: {found}). Məlumatı icazə verilən formatda göndərin.',
  'request.idempotency-conflict':
    'Eyni identifikatorla, lakin başqa məzmunlu sorğu əvvəllər alınıb. Yeni identifikatordan istifadə edin.',
  'request.too-many': 'Qısa müddətdə həddindən artıq sorğu göndərilib. Sonra yenidən cəhd edin (gözləmə: {seconds} s).',
  'access.token-missing':
    'Bunun üçün sistemə daxil olmaq tələb olunur. Sistemə daxil olun və ya giriş tokenini göstərin.',
  'access.token-unknown':
    'Giriş tokeni etibarsızdır və ya müddəti bitib. Sistemə yenidən daxil olun və ya yeni token istəyin.',
  'access.not-allowed': 'Rolunuz bu əməliyyata icazə vermir. Qurumunuzun inzibatçısına müraciət edin.',
  'access.no-session': 'Seans yoxdur və ya bitib. Sistemə yenidən daxil olun.',
  'access.foreign-origin':
    'Sorğu başqa saytdan göndərilib və qəbul edilmir. Əməliyyatı iş masasının səhifəsində yerinə yetirin.',
  'access.bad-passkey': 'Keçid açarı qəbul edilmədi. Yenidən cəhd edin və ya başqa açardan istifadə edin.',
  'access.bad-invitation':
    'Dəvət keçidi etibarsızdır: istifadə olunub və ya müddəti bitib. İnzibatçıdan yeni keçid istəyin.',
  'access.bad-recovery-code': 'Bərpa kodu qəbul edilmədi. Kodu yoxlayın və ya inzibatçıya müraciət edin.',
  'access.last-administrator': 'Bu, qurumun sonuncu administratorudur. Əvvəlcə başqa administrator təyin edin.',
  'access.last-passkey': 'Bu, sonuncu keçid açarıdır. Əvvəlcə başqa açar əlavə edin.',
  'access.no-origin':
    'Bu serverin parametrlərində əməkdaşların daxil olduğu ünvan göstərilməyib. İnzibatçıya müraciət edin.',
  'desk.unknown': 'Belə element yoxdur və ya o, Sizə açıq deyil.',
  'desk.changed-elsewhere':
    'Bu, başqa pəncərədə və ya başqa şəxs tərəfindən dəyişdirilib. Yeniləyib yenidən cəhd edin.',
  'desk.out-of-turn': 'Bu əməliyyat hazırkı vəziyyətdə mümkün deyil. Yeniləyib vəziyyəti yoxlayın.',

  'xml.doctype': 'XML sənədində DOCTYPE elanı var, o qəbul edilmir. Elanı silib sənədi yenidən göndərin.',
  'xml.malformed': 'Sənəd düzgün XML deyil. Faylı və ya onu yaradan proqramı yoxlayın.',
  'xml.wrong-root': 'XML sənədi başqa növdəndir (gözlənilən: {expected}; alınan: {found}). Lazım olan sənədi seçin.',
  'xml.missing-element': 'XML sənədində məcburi element yoxdur ({name}). Onu əlavə edib sənədi yenidən göndərin.',
  'xml.bad-value':
    'XML sənədində qəbul edilməyən dəyər var (element: {name}; gözlənilən: {expected}). Dəyəri düzəldin.',

  'config.invalid': 'Serverin parametrlərində səhv var (parametr: {name}). Səhvi düzəldib serveri yenidən işə salın.',
  'config.data-folder':
    'Məlumat qovluğundan istifadə etmək mümkün deyil ({name}). Onun yerini, giriş hüquqlarını və növünü yoxlayın.',
  'config.folder-taken':
    'Bu məlumat qovluğu ilə artıq bir server işləyir ({name}). Ondan istifadə edin və ya başqasını işə salmazdan əvvəl onu dayandırın.',
  'config.port-taken':
    'Port başqa proqram tərəfindən istifadə olunur ({number}). Həmin proqramı bağlayın və ya serverin parametrlərində başqa port göstərin.',
  'config.key-file':
    'Açar faylından istifadə etmək mümkün deyil ({name}). Onun yerini, giriş hüquqlarını və məzmununu yoxlayın.',
  'server.unavailable': 'Xidmət müvəqqəti olaraq əlçatan deyil. Sonra yenidən cəhd edin.',
  'server.data-altered': 'Burada saxlanılan məlumat imzalanmış qeydlərdən alınandan fərqlənir. İnzibatçıya bildirin.',
  'server.fault':
    'Serverdə xəta baş verdi. Yenidən cəhd edin; xəta təkrarlanarsa, inzibatçını məlumatlandırın (nömrə: {number}).',
};
