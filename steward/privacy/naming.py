"""Tells from words whether they name a person: by lists, and by how names are built where lists must stay short.

Sources: Hanyu Pinyin (ISO 7098) for the syllables of Chinese given names; Le Trung Hoa, "Ho va ten nguoi Viet Nam", for
Vietnamese ones; DSTU 9112 and the usual endings of Ukrainian and other Slavic family names.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from steward.privacy.knowledge import Knowledge


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_INITIALS = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
_FINALS = "(?:iang|iong|uang|ang|eng|ing|ong|uai|uan|ian|iao|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ue|ui|a|i|u)"
_PINYIN = re.compile(rf"(?:{_INITIALS}{_FINALS}|er|ang?|en|ai|ao|ou){{1,2}}", re.IGNORECASE)
_CANTONESE = re.compile(
    "(?:wai|ming|ka|fai|chi|kin|man|siu|yuen|kwok|ho|lok|yan|tsz|hoi|kit|sze|mei|ling|wing|fong|shuk|yee|yin|kwan|keung|lai|king"
    "|kam|chun|hung|yiu|tak|sau|lan|suk|pui|shan|hin|hei|long|nga|lam|kei|shu|fen|wen|hsin|hsiu|chih|hui|tzu|yu|jui){1,2}",
    re.IGNORECASE)
_CHINESE = _words(
    "LI WANG ZHANG LIU CHEN YANG HUANG ZHAO WU ZHOU XU SUN MA ZHU HU GUO HE LIN GAO LUO ZHENG LIANG XIE TANG DENG "
    "FENG XUE QIU JIANG CAI OUYANG JIA WEI YUAN PAN DU DAI XIA ZHONG TIAN REN FAN FANG SHI YAO TAN LIAO ZOU XIONG JIN "
    "LU HAO KONG BAI CUI KANG MAO QIN SHAO WAN GU LEI QIAN HOU YIN YAN DUAN YU YE SONG HAN CAO PENG ZENG XIAO SHEN SU "
    "DING WONG CHAN CHEUNG CHUNG KWOK LAU LEUNG YIP LAM CHENG NG HO KWAN KWONG FUNG TSANG TSE TSUI YEUNG CHOW CHIU "
    "CHOI HUI IP LAI LUI MAK POON SIU SZETO TAM TONG WOO YAU YEH YIU YUEN HSU HSIEH HSIAO TSAI CHIANG CHOU CHUANG KUO "
    "TSENG LEE CHANG CHIN")
_VIETNAMESE = _words(
    "NGUYEN TRAN LE PHAM HUYNH HOANG PHAN VU VO DANG BUI DO HO NGO DUONG LY DINH DOAN TRUONG LUONG MAI TRINH TO LAM "
    "CAO CHAU QUACH THAI TA TONG KIEU HA LA LUU MAC NGHIEM PHUNG QUAN TANG THACH THAN TIEU TON TRIEU VUONG VAN CHU "
    "DAM DAO DIEP GIANG HUA KHUU LIEU LUC TU UNG VONG")
_SYLLABLES = _words(
    "AI AN ANH BA BACH BANG BAO BICH BINH CAM CANH CHAU CHI CHIEN CHINH CONG CUC CUONG DAI DAN DANG DAO DAT DIEM DIEN "
    "DIEP DIEU DINH DOAN DONG DU DUC DUNG DUONG DUY DUYEN GIA GIANG GIAO HA HAI HAN HANG HANH HAO HAU HIEN HIEP HIEU "
    "HOA HOAI HOAN HOANG HONG HUE HUNG HUONG HUU HUY HUYEN HUYNH KHA KHAI KHANG KHANH KHIEM KHOA KHOI KHUE KHUONG "
    "KIEM KIEN KIET KIEU KIM KY LAI LAM LAN LANH LE LIEN LIEU LINH LOAN LOC LOI LONG LUAN LUC LUONG LUU LY MAI MAN "
    "MANH MINH MY NAM NGA NGAN NGHIA NGHI NGOC NGUYEN NGUYET NHA NHAN NHAT NHI NHIEN NHU NHUNG NINH OANH PHAT PHI "
    "PHONG PHU PHUC PHUNG PHUOC PHUONG PHUOC QUAN QUANG QUE QUI QUOC QUY QUYEN QUYET QUYNH SANG SAO SINH SON SUONG "
    "TAI TAM TAN TAO THAI THAM THAN THANG THANH THAO THE THI THIEN THIEP THIET THINH THO THOA THOAI THOM THONG THU "
    "THUAN THUC THUONG THUY THUYET TIEN TIN TINH TOAN TOI TONG TRA TRAM TRAN TRANG TRI TRIEU TRINH TRONG TRU TRUC "
    "TRUNG TRUONG TU TUAN TUE TUNG TUOI TUONG TUYEN TUYET UY UYEN VAN VAN VI VIEN VIET VINH VU VUONG VY XUAN XUYEN Y "
    "YEN")
_ENDINGS = tuple(_words(
    "ENKO CHUK SHUK YUK IUK NYAK NIAK OVYCH EVYCH OVICH EVICH SKYI SKYY SKIY ZKYI TSKYI TSKA VSKA NSKA VSKY NSKY YSHYN ISHYN "
    "ISHVILI ADZE OVSKI EWSKI OWSKI IANTS VETS NETS"))
_SLAVIC = re.compile(
    "[А-ЯІЇЄҐЁ]{3,}(?:ЕНКО|ЧУК|ЮК|УК|СЬКИЙ|СЬКИИ|СЬКА|СКИЙ|СКИИ|СКАЯ|ИЧ|ІВ|ОВ|ОВА|ЕВ|ЕВА|ІН|ИН|ИНА|ІНА|ЕЦЬ|ИК|АК|ЯК|КО)")
_HAN = re.compile(
    "[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜"
    "叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬"
    "钱錢严嚴][㐀-鿿]{1,3}")
_MOST = 4


@lru_cache(maxsize=50_000)
def _is_pinyin(word: str) -> bool:
    return bool(_PINYIN.fullmatch(word) or _CANTONESE.fullmatch(word))


def is_given(word: str, knowledge: Knowledge) -> bool:
    """Return whether an upper case word is a listed given name."""
    return word in knowledge.first_names


def is_family(word: str, knowledge: Knowledge) -> bool:
    """Return whether an upper case word is a listed family name, or is built as one."""
    plain = word.replace("'", "").replace("’", "")
    return plain in knowledge.surnames or (len(plain) > _MOST + 1 and plain.endswith(_ENDINGS))


def name_someone(words: Sequence[str], *, is_listed_last_first: bool, knowledge: Knowledge) -> bool:
    """Return whether upper case words, without titles and initials, are a given and a family name."""
    if any(_HAN.fullmatch(word) for word in words[:1]):
        return True
    if not words[1:]:
        return False
    pairs = [*((words[0], other) for other in words[1:]), (words[-1], words[0]), (words[1], words[-1])]
    if is_listed_last_first:
        pairs = [(given, words[0]) for given in words[1:]]
    return (any(is_given(given, knowledge) and is_family(family, knowledge) for given, family in pairs)
            or _are_of_one_community(words) or any(_SLAVIC.fullmatch(word) for word in words))


def _are_of_one_community(words: Sequence[str]) -> bool:
    """Return whether short names, each of which may be a word of English, make a Chinese or Vietnamese name together."""
    for family, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        if len(rest) >= _MOST:
            continue
        if family in _CHINESE and all(map(_is_pinyin, rest)):
            return True
        if family in _VIETNAMESE and all(word in _SYLLABLES for word in rest):
            return True
    return False
