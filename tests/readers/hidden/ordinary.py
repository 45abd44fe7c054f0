"""What ordinary workbooks have, none of which hides anything: each changes the workbook and its first sheet."""

from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo


def dark_header(_, sheet):
    for cell in sheet[1]:
        cell.font, cell.fill = Font(color="FFFFFFFF", bold=True), PatternFill("solid", fgColor="FF1F4E78")


def table_style(_, sheet):
    table = Table(displayName="Permits", ref="A1:D61")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium9", showRowStripes=True)
    sheet.add_table(table)
    for cell in sheet[1]:
        cell.font = Font(color="FFFFFFFF")


def filter_without_condition(_, sheet):
    sheet.auto_filter.ref = "A1:D61"


def areas(workbook, sheet):
    sheet.print_area = "A1:D61"
    sheet.print_title_rows = "1:1"
    workbook.defined_names["Fees"] = DefinedName("Fees", attr_text="Permits!$C$2:$C$61")


def formulas(_, sheet):
    sheet["E1"], sheet["F1"] = "Total", "Class"
    for row in range(2, 62):
        sheet.cell(row, 5, f"=SUM(C2:C{row})")
        sheet.cell(row, 6, f'=IF(C{row}>130,"High","Low")')


def page_footer(_, sheet):
    sheet.oddFooter.center.text = "Page &P of &N"
    sheet.oddHeader.left.text = "&A"


def formats(_, sheet):
    for row in range(2, 62):
        sheet.cell(row, 3).number_format = "#,##0.00;(#,##0.00);-;@"


def web_link(_, sheet):
    sheet["A2"].hyperlink = "https://www.portland.gov/permits"


def shown_mailbox(_, sheet):
    sheet["H2"] = "permits@portlandoregon.gov"
    sheet["H2"].hyperlink = "mailto:permits@portlandoregon.gov"


def yes_and_no(_, sheet):
    for formula in ('"Yes,No"', '"Issued,Finaled,Void"', "Notes!$A$1:$A$5"):
        rule = DataValidation(type="list", formula1=formula)
        rule.prompt = "Choose a value from the list"
        sheet.add_data_validation(rule)
        rule.add("D2:D61")


def rule_with_color(_, sheet):
    sheet.conditional_formatting.add("C2:C61", FormulaRule(formula=["C2>130"], fill=PatternFill(bgColor="FFFFC7CE")))
    sheet.conditional_formatting.add("C2:C61", FormulaRule(formula=["ISERROR(C2)"], font=Font(color="FFFFFFFF")))


def merged_title(_, sheet):
    sheet.insert_rows(1)
    sheet["A1"] = "Permits of January"
    sheet.merge_cells("A1:D1")
    sheet["A1"].alignment = Alignment(horizontal="center")


def empty_hidden_column(_, sheet):
    sheet.column_dimensions["K"].hidden = True
    sheet.row_dimensions[200].hidden = True


def chart(_, sheet):
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=1, max_row=61), titles_from_data=True)
    sheet.add_chart(chart, "F2")


def office_author(workbook, _):
    workbook.properties.creator = "City of Portland"
    workbook.properties.lastModifiedBy = "Microsoft Office User"
    workbook.properties.title = "Building permits"


def second_table_below(_, sheet):
    for row in range(90, 100):
        sheet.cell(row, 1, f"Summary {row}")


ORDINARY = [dark_header, table_style, filter_without_condition, areas, formulas, page_footer, formats, web_link,
            shown_mailbox, yes_and_no, rule_with_color, merged_title, empty_hidden_column, chart, office_author,
            second_table_below]
