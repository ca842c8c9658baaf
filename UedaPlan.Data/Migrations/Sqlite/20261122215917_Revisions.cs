using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UedaPlan.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Revisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Revision",
                table: "PlanDocuments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Revision",
                table: "Figures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.Sql(SavingOrder.Figures);
            migrationBuilder.Sql(SavingOrder.Documents);

            migrationBuilder.CreateIndex(
                name: "IX_Figures_Revision",
                table: "Figures",
                column: "Revision");

            migrationBuilder.CreateIndex(
                name: "IX_Figures_SavedAt",
                table: "Figures",
                column: "SavedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Figures_Revision",
                table: "Figures");

            migrationBuilder.DropIndex(
                name: "IX_Figures_SavedAt",
                table: "Figures");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "PlanDocuments");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Figures");
        }
    }
}
