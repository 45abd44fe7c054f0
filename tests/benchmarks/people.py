"""Names of people in six groups of this city, for drawing. First and last names are joined at random: nobody in them exists."""

import random

GROUPS: dict[str, tuple[str, str]] = {
    "Anglo": (
        ("Harold Brenda Colin Heather Derek Gillian Todd Marcy Wesley Bonnie Chad Tiffany Duane Paige Spencer Holly "
         "Garrett Kelsey Trevor Whitney Logan Mackenzie Dustin Brooke Neil Kirsten Graham Audrey Clint Shelby"),
        ("Whitfield Barlow Hutchins Pruitt Langley Sheffield Crowder Stanton Hollis Pickett Mercer Dunlap Hargrove "
         "Beasley Thornton Ashworth Winslow Gentry Hobbs Lockhart Prescott Ratliff Bledsoe Kirkland Fairchild "
         "Middleton Radcliffe Sewell Trimble Underhill"),
    ),
    "Hispanic": (
        ("Guadalupe Alejandra Ximena Rogelio Esperanza Joaquín Marisol Heriberto Yolanda Efraín Rocío Ignacio Lourdes "
         "Gilberto Araceli Octavio Itzel Norberto Maribel Cuauhtémoc Graciela Ramiro Citlali Leobardo Consuelo Eliseo "
         "Nayeli Fidel Socorro Abelardo"),
        ("Villanueva Zepeda Cisneros Olivares Quintanilla Bustamante Arreola Escobedo Xicoténcatl Peñaloza Barragán "
         "Montaño Saldívar Rentería Cervantes Huerta Tzompantzi Lozano Plascencia Urrutia Ocampo Galindo Echeverría "
         "Naranjo Pacheco Zamudio Baeza Carrillo Fuentes Madrigal"),
    ),
    "Vietnamese": (
        ("Thuy Hoang-Anh Bich Quynh Tuan Hien Loan Duc Ngoc Trinh Khanh Phuc Huong Lan Minh Tam Vinh Xuan Yen Dung Hai "
         "Nhung Thao Kiet Diep Bao Cuong Oanh Trung Uyen"),
        ("Nguyen Tran Le Pham Huynh Vo Dang Bui Do Ho Ngo Duong Ly Dinh Doan Truong Luong Mai Trinh Phan Vu To Lam Cao "
         "Chau Quach Thai Ta Tong Kieu"),
    ),
    "Chinese": (
        ("Xiaoyan Jianguo Wenjing Zhiqiang Meiling Yuhan Guoqing Lijuan Haoran Shuxian Weidong Yifan Xinyi Chunhua "
         "Junjie Ruolan Dezhi Siyu Qiuping Zixuan Hongmei Bingqing Tianyu Yunfei Peizhen Ming Wei Jing Kai-Wen Shu-Fen"),
        ("Wang Zhang Chen Liu Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Tang Deng "
         "Xue Qiu Jiang Cai Ouyang Feng"),
    ),
    "Somali": (
        ("Abdirashid Hodan Faduma Liban Mahad Sagal Ayaan Bashir Idil Guled Nimco Warsan Cabdi Shukri Khadra Zakariye "
         "Ifrah Mohamud Deeqa Saciid Abshir Fowsiyo Ubah Yusuf Hibaaq Jamaal Ladan Roble Sahra Xasan"),
        ("Warsame Jama Egal Dirie Guleed Samatar Aden Hersi Mohamud Barre Elmi Ismail Abukar Shire Nur Omar Gedi "
         "Hassan Farah Jimale Ahmed Yusuf Duale Mire Hussein Abdulle Gaal Kulmiye Afrah Sheikh"),
    ),
    "Ukrainian": (
        ("Oksana Volodymyr Yaroslav Iryna Bohdan Halyna Taras Svitlana Mykola Nadiia Vasyl Kateryna Serhii Lesia Ihor "
         "Zoriana Dmytro Tetiana Ostap Olha Andrii Solomiia Petro Yuliia Roman Khrystyna Viktor Anastasiia Hryhorii "
         "Larysa"),
        ("Shevchuk Tymoshenko Kravchenko Hrytsenko Polishchuk Marchenko Savchuk Lysenko Rudenko Petrenko Moroz Boiko "
         "Melnyk Tkachenko Koval Oliinyk Zakharchuk Yatsenko Dovzhenko Pavlyuk Chornovil Stelmakh Hnatyuk Kostiuk "
         "Zelinskyi Kovalchuk Bilyk Vasylenko Symonenko Havrylyuk"),
    ),
}


def first(draw: random.Random, group: str = "") -> str:
    """Return a given name; without a group, of any."""
    return draw.choice(GROUPS[group or draw.choice(list(GROUPS))][0].split())


def last(draw: random.Random, group: str = "") -> str:
    """Return a family name; without a group, of any."""
    return draw.choice(GROUPS[group or draw.choice(list(GROUPS))][1].split())


def full(draw: random.Random, group: str = "") -> str:
    """Return a given and a family name of one group, now and then with a middle one."""
    group = group or draw.choice(list(GROUPS))
    middle = f" {first(draw, group)}" if group in ("Somali", "Vietnamese", "Hispanic") and draw.random() < 0.4 else ""
    return f"{first(draw, group)}{middle} {last(draw, group)}"


def listed(draw: random.Random, group: str = "") -> str:
    """Return the family name first, after a comma the given one."""
    group = group or draw.choice(list(GROUPS))
    return f"{last(draw, group)}, {first(draw, group)}"
