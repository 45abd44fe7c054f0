"""Things hidden with openpyxl: sheets, rows, colors, rules, notes, names."""

from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from tests.readers.hidden.planting import MARK, plant


@plant("hidden_sheet")
def a_hidden_sheet_of_names(workbook):
    sheet = workbook.create_sheet("Source")
    sheet.append(["Employee name", "Phone"])
    for number in range(20):
        sheet.append(["Mary Johnson", f"503-555-01{number:02d}"])
    sheet["C1"] = MARK
    sheet.sheet_state = "hidden"


@plant("very_hidden_sheet")
def a_sheet_hidden_by_a_program(workbook):
    workbook.create_sheet("Deep").append([MARK])
    workbook["Deep"].sheet_state = "veryHidden"


@plant("hidden_window")
def a_hidden_window(workbook):
    workbook.views[0].visibility = "hidden"


@plant("hidden_column")
def a_hidden_column(workbook):
    sheet = workbook.active
    sheet["E1"] = "Applicant"
    sheet["E2"] = MARK
    sheet.column_dimensions["E"].hidden = True


@plant("hidden_column")
def a_hidden_group_of_columns(workbook):
    workbook.active["G3"] = MARK
    workbook.active.column_dimensions.group("F", "H", hidden=True)


@plant("hidden_row")
def a_hidden_row(workbook):
    workbook.active["A9"] = MARK
    workbook.active.row_dimensions[9].hidden = True


@plant("filtered_rows")
def rows_filtered_away(workbook):
    sheet = workbook.active
    sheet["A9"] = MARK
    sheet.auto_filter.ref = "A1:D61"
    sheet.auto_filter.add_filter_column(3, ["Issued"])
    for row in range(3, 62, 2):
        sheet.row_dimensions[row].hidden = True


@plant("zero_size")
def a_column_without_width(workbook):
    workbook.active["E2"] = MARK
    workbook.active.column_dimensions["E"].width = 0.01


@plant("zero_size")
def a_row_without_height(workbook):
    workbook.active["A5"] = MARK
    workbook.active.row_dimensions[5].height = 0.1


@plant("invisible_text")
def white_letters(workbook):
    workbook.active["F2"] = MARK
    workbook.active["F2"].font = Font(color="FFFFFFFF")


@plant("invisible_text")
def letters_in_the_color_of_the_fill(workbook):
    workbook.active["F2"] = MARK
    workbook.active["F2"].font = Font(color="FF1F4E78")
    workbook.active["F2"].fill = PatternFill("solid", fgColor="FF1F4E78")


@plant("invisible_text")
def letters_in_the_color_of_the_theme(workbook):
    workbook.active["F2"] = MARK
    workbook.active["F2"].font = Font(color=Color(theme=0))


@plant("invisible_text")
def letters_in_an_indexed_color(workbook):
    workbook.active["F2"] = MARK
    workbook.active["F2"].font = Font(color=Color(indexed=9))


@plant("number_format_hidden")
def a_format_that_shows_nothing(workbook):
    workbook.active["F2"] = MARK
    workbook.active["F2"].number_format = ";;;"


@plant("number_format_hidden")
def a_format_that_hides_numbers(workbook):
    workbook.active["C3"].number_format = ";;"


@plant("conditional_hidden")
def a_rule_with_white_letters(workbook):
    rule = FormulaRule(formula=['$D2="Issued"'], font=Font(color="FFFFFFFF"))
    workbook.active.conditional_formatting.add("A2:A61", rule)


@plant("conditional_hidden")
def a_rule_with_letters_like_its_fill(workbook):
    rule = CellIsRule(operator="greaterThan", formula=["110"], font=Font(color="FFFF0000"),
                      fill=PatternFill(bgColor="FFFF0000", fill_type="solid"))
    workbook.active.conditional_formatting.add("C2:C61", rule)


@plant("remote_cells")
def a_cell_at_the_end_of_the_sheet(workbook):
    workbook.active["XFD5000"] = MARK


@plant("remote_cells")
def a_cell_far_to_the_right(workbook):
    workbook.active["AZ2"] = MARK


@plant("comment")
def a_comment(workbook):
    workbook.active["A2"].comment = Comment(MARK, "Jane Roe")


@plant("defined_name")
def a_name_with_a_text(workbook):
    workbook.defined_names["Contact"] = DefinedName("Contact", attr_text=f'"{MARK}"')


@plant("defined_name")
def a_hidden_name(workbook):
    workbook.defined_names["Secret"] = DefinedName("Secret", attr_text="Notes!$A$1", hidden=True)


@plant("defined_name")
def a_name_that_leads_nowhere(workbook):
    workbook.defined_names["Staff"] = DefinedName("Staff", attr_text="#REF!$A$1:$C$9")


@plant("doc_properties")
def an_author(workbook):
    workbook.properties.creator = "Zqxvmark Roe"


@plant("doc_properties")
def who_saved_last(workbook):
    workbook.properties.lastModifiedBy = "jzqxvmark"


@plant("formula_literal")
def a_name_in_a_dead_branch(workbook):
    workbook.active["F2"] = f'=IF(FALSE,"{MARK}","")'


@plant("formula_literal")
def a_phone_in_a_formula(workbook):
    workbook.active["F2"] = '=IF(C2>500,"call 503-555-0142","")'


@plant("data_validation")
def a_list_of_people(workbook):
    rule = DataValidation(type="list", formula1='"Mary Johnson,Zqxvmark Roe,John Smith"')
    workbook.active.add_data_validation(rule)
    rule.add("D2:D61")


@plant("data_validation")
def a_message_about_somebody(workbook):
    rule = DataValidation(type="whole", formula1="1", formula2="900", operator="between")
    rule.prompt = f"Ask {MARK} before changing"
    workbook.active.add_data_validation(rule)
    rule.add("C2:C61")


@plant("header_footer")
def a_footer_with_a_name(workbook):
    workbook.active.oddFooter.center.text = f"Prepared by {MARK} - page &P"


@plant("hyperlink_target")
def a_link_to_a_mailbox(workbook):
    workbook.active["A2"].hyperlink = "mailto:zqxvmark.roe@example.org"
    workbook.active["A2"].value = "BP-0000"


@plant("hyperlink_target")
def a_link_to_a_server(workbook):
    workbook.active["A2"].hyperlink = "file:///\\\\hrserver\\zqxvmark\\cases.xlsx"
    workbook.active["A2"].value = "BP-0000"
